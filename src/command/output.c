#include "command/output.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ISO 32000-2, 7.6.4.3.3: of a password, 127 bytes count. */
enum { LONGEST_PASSWORD = 127, PASSWORD_FILE = 1024 };

static const double widest = 20; /* millimetres of bleed and creep */

static void
forget(char *secret)
{
    if (secret)
        explicit_bzero(secret, strlen(secret));
    g_free(secret);
}

void
output_clear(Output *output)
{
    g_free(output->profile);
    g_free(output->bleed);
    g_free(output->icc);
    g_free(output->creep);
    g_free(output->duplex);
    g_free(output->passwords);
    g_clear_pointer(&output->condition, g_byte_array_unref);
    forget(output->user_password);
    forget(output->owner_password);
}

GOptionEntry *
output_entries(Output *output, const GOptionEntry *own)
{
    const GOptionEntry shared[] = {
        {"profiel", 0, 0, G_OPTION_ARG_STRING, &output->profile,
         "voor wie de PDF is: scherm (PDF/UA, PDF/A) of druk (PDF/X-4)", "scherm|druk"},
        {"afloop", 0, 0, G_OPTION_ARG_STRING, &output->bleed,
         "druk: wat buiten de snede doorloopt; zonder deze optie 3mm", "MAAT"},
        {"icc", 0, 0, G_OPTION_ARG_FILENAME, &output->icc,
         "druk: profiel van de drukpers; zonder deze optie FOGRA39", "BESTAND"},
        {"snijtekens", 0, 0, G_OPTION_ARG_NONE, &output->pdf.crop_marks,
         "druk, inslag: tekens waar gesneden en gevouwen wordt", NULL},
        {"inslag", 0, 0, G_OPTION_ARG_NONE, &output->pdf.imposed,
         "twee bladzijden op een vel, om te nieten in de vouw", NULL},
        {"kruip", 0, 0, G_OPTION_ARG_STRING, &output->creep,
         "inslag: dikte van een vel, waarmee elk volgend vel naar binnen schuift",
         "MAAT"},
        {"duplex", 0, 0, G_OPTION_ARG_STRING, &output->duplex,
         "inslag: over welke zijde de printer keert; zonder deze optie kort",
         "kort|lang"},
        {"lineair", 0, 0, G_OPTION_ARG_NONE, &output->pdf.linearise,
         "op volgorde, zodat een webpagina de eerste bladzijde meteen toont", NULL},
        {"wachtwoord-bestand", 0, 0, G_OPTION_ARG_FILENAME, &output->passwords,
         "versleutelt (AES-256): regel 1 om te lezen, regel 2 om te wijzigen",
         "BESTAND"},
        {0}};
    gsize count = 0;
    while (own[count].long_name)
        count++;
    GOptionEntry *all = g_new(GOptionEntry, count + G_N_ELEMENTS(shared));
    memcpy(all, own, count * sizeof *own);
    memcpy(all + count, shared, sizeof shared);
    return all;
}

static gboolean
refuse(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Sets error; always FALSE. */
static gboolean
refuse(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, text);
    return FALSE;
}

/* "3mm", "0,1 mm" */
static gboolean
read_length(const char *typed, const char *option, Length *length, GError **error)
{
    g_autofree char *number = g_strdelimit(g_strdup(typed), ",", '.');
    char *unit;
    double value = g_ascii_strtod(number, &unit);
    gboolean is_number = unit > number;
    g_strstrip(unit);
    Length most;
    length_from_unit(widest, "mm", &most);
    if (is_number && value >= 0 && length_from_unit(value, unit, length) &&
        *length <= most)
        return TRUE;
    return refuse(error, "--%s %s: geef een maat van 0 tot %.0f mm, zoals 3mm", option,
                  typed, widest);
}

/* The index of typed in words, which ends with NULL; 0 where nothing was typed. */
static gboolean
read_word(const char *typed, const char *option, const char *const *words, int *index,
          GError **error)
{
    *index = 0;
    for (int i = 0; typed && words[i]; i++) {
        if (strcmp(words[i], typed) != 0)
            continue;
        *index = i;
        return TRUE;
    }
    return !typed ||
           refuse(error, "--%s %s: kies %s of %s", option, typed, words[0], words[1]);
}

static gboolean
read_words(Output *output, GError **error)
{
    static const char *const profiles[] = {"scherm", "druk", NULL};
    static const char *const edges[] = {"kort", "lang", NULL};
    int profile, edge;
    if (!read_word(output->profile, "profiel", profiles, &profile, error) ||
        !read_word(output->duplex, "duplex", edges, &edge, error))
        return FALSE;
    output->pdf.profile = profile ? PDF_PRESS : PDF_SCREEN;
    output->pdf.duplex = edge ? PDF_LONG_EDGE : PDF_SHORT_EDGE;
    return TRUE;
}

static gboolean
check_together(const Output *output, GError **error)
{
    gboolean press = output->pdf.profile == PDF_PRESS;
    gboolean imposed = output->pdf.imposed;
    const struct {
        gboolean wrong;
        const char *text;
    } faults[] = {
        {output->bleed && !press, "--afloop hoort bij --profiel druk"},
        {output->icc && !press, "--icc hoort bij --profiel druk"},
        {output->pdf.crop_marks && !press && !imposed,
         "--snijtekens hoort bij --profiel druk of --inslag"},
        {output->creep && !imposed, "--kruip hoort bij --inslag"},
        {output->duplex && !imposed, "--duplex hoort bij --inslag"},
        {output->passwords && press,
         "een drukbestand (PDF/X-4) mag niet versleuteld zijn: laat --profiel druk of "
         "--wachtwoord-bestand weg"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(faults); i++)
        if (faults[i].wrong)
            return refuse(error, "%s", faults[i].text);
    return TRUE;
}

/* Where `make` and `make install` put the profile that is made at build time. */
static char *
own_condition(const char *data)
{
    static const char *const places[] = {"out/build/fogra39.icc", "fogra39.icc"};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *path = g_build_filename(data, places[i], NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&path);
    }
    return NULL;
}

static gboolean
read_condition(Output *output, const char *data, GError **error)
{
    g_autofree char *path = output->icc ? g_strdup(output->icc) : own_condition(data);
    if (!path)
        return refuse(error,
                      "voor de druk ontbreekt het profiel van de drukpers (FOGRA39): "
                      "`make` maakt het met colprof uit het Debianpakket argyll; noem "
                      "anders dat van uw drukker met --icc BESTAND");
    output->condition = file_read(path, error);
    output->pdf.icc = output->condition;
    return output->condition != NULL;
}

/* The start of the file, ended by a zero; NULL where it cannot be read, or others can. */
static char *
read_secret(const char *path, GError **error)
{
    int file = g_open(path, O_RDONLY | O_CLOEXEC, 0);
    struct stat status;
    if (file < 0 || fstat(file, &status) < 0) {
        refuse(error, "“%s” kan niet gelezen worden: %s", path, file_reason(errno));
        if (file >= 0)
            close(file);
        return NULL;
    }
    if (S_ISREG(status.st_mode) && status.st_mode & (S_IRWXG | S_IRWXO)) {
        refuse(error, "“%s” is ook voor anderen toegankelijk: chmod 600 %s", path,
               path);
        close(file);
        return NULL;
    }
    char *secret = g_malloc0(PASSWORD_FILE + 1);
    gsize length = 0;
    ssize_t got = 0;
    while (length < PASSWORD_FILE &&
           ((got = read(file, secret + length, PASSWORD_FILE - length)) > 0 ||
            (got < 0 && errno == EINTR)))
        length += (gsize)MAX(got, 0);
    close(file);
    return secret;
}

/* The next line of *rest as a password, which readers put into form C before they try it;
 * NULL at the end, with error where it will not do. */
static char *
take_password(char **rest, const char *path, int line, GError **error)
{
    if (!**rest)
        return NULL;
    char *start = *rest;
    gsize length = strcspn(start, "\r\n");
    *rest = start + length + strspn(start + length, "\r\n");
    char *password = g_utf8_normalize(start, (gssize)length, G_NORMALIZE_NFKC);
    if (password && *password && strlen(password) <= LONGEST_PASSWORD)
        return password;
    const char *fault = !password    ? "is geen UTF-8"
                        : !*password ? "is leeg"
                                     : "is langer dan 127 bytes";
    refuse(error, "“%s”: het wachtwoord op regel %d %s", path, line, fault);
    forget(password);
    return NULL;
}

static gboolean
read_passwords(Output *output, GError **error)
{
    g_autoptr(GError) fault = NULL;
    char *secret = read_secret(output->passwords, error);
    if (!secret)
        return FALSE;
    char *rest = secret;
    output->user_password = take_password(&rest, output->passwords, 1, &fault);
    if (output->user_password)
        output->owner_password = take_password(&rest, output->passwords, 2, &fault);
    explicit_bzero(secret, PASSWORD_FILE);
    g_free(secret);
    if (fault) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return FALSE;
    }
    output->pdf.user_password = output->user_password;
    output->pdf.owner_password = output->owner_password;
    return output->user_password ||
           refuse(error, "“%s” is leeg: zet het wachtwoord op regel 1",
                  output->passwords);
}

gboolean
output_read(Output *output, const char *data, GError **error)
{
    if (!read_words(output, error) || !check_together(output, error))
        return FALSE;
    const char *bleed = output->bleed ? output->bleed : "3mm";
    if (!read_length(bleed, "afloop", &output->pdf.bleed, error))
        return FALSE;
    if (output->creep &&
        !read_length(output->creep, "kruip", &output->pdf.creep, error))
        return FALSE;
    if (output->pdf.profile == PDF_PRESS && !read_condition(output, data, error))
        return FALSE;
    return !output->passwords || read_passwords(output, error);
}

int
output_mode(const Output *output)
{
    return output && output->user_password ? 0600 : 0666;
}

gboolean
output_is_read(const Output *output)
{
    return !output || (output->pdf.profile == PDF_SCREEN && !output->pdf.imposed);
}
