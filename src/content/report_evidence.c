#include "content/report_parts.h"
#include "xml/build.h"
#include "xml/read.h"

#include <string.h>

/* Of each kind of rater, so many measurements have their evidence and remarks in full; what
 * is older is counted. */
enum { IN_FULL = 3 };

/* Evidence or a remark. */
typedef struct Piece {
    const Rating *rating;
    const xmlNode *element;
    guint measurement;
    gboolean is_remark;
    char *day, *words; /* order what raters of one kind gave, so that it names nobody */
} Piece;

static void
clear_piece(gpointer data)
{
    g_free(((Piece *)data)->day);
    g_free(((Piece *)data)->words);
}

static int
compare_pieces(gconstpointer a, gconstpointer b)
{
    const Piece *one = a, *two = b;
    if (one->is_remark != two->is_remark)
        return one->is_remark ? 1 : -1;
    if (one->measurement != two->measurement)
        return one->measurement > two->measurement ? -1 : 1;
    if (one->rating->kind != two->rating->kind)
        return (int)one->rating->kind - (int)two->rating->kind;
    int days = g_strcmp0(one->day, two->day);
    return days ? days : strcmp(one->words, two->words);
}

/* A field that was left empty says nothing, not even that somebody had something to say. */
static gboolean
is_empty(const xmlNode *element)
{
    g_autofree char *words = xml_words(element);
    g_autofree char *day = xml_attribute(element, "datum");
    g_autofree char *reference = xml_attribute(element, "verwijzing");
    return !*words && !day && !reference;
}

static void
take_pieces(const Report *report, const Score *score, const Rating *rating,
            guint measurement, GArray *pieces)
{
    for (xmlNode *child = xml_element(score->element->children); child;
         child = xml_element(child->next)) {
        gboolean is_remark = xml_is(child, "opmerking");
        if ((!is_remark && !xml_is(child, "bewijs")) || is_empty(child) ||
            !report_may_see(report, child))
            continue;
        Piece piece = {rating,
                       child,
                       measurement,
                       is_remark,
                       xml_attribute(child, "datum"),
                       xml_words(child)};
        g_array_append_val(pieces, piece);
    }
}

/* What anonymous raters wrote is shown only where what they scored is. */
static void
collect_pieces(const Report *report, guint competence, GArray *pieces)
{
    const Dossier *dossier = report->dossier;
    const ContentNode *node = dossier->competences->pdata[competence];
    for (guint m = 0; m < dossier->measurements->len; m++) {
        const GArray *ratings =
            g_array_index(dossier->measurements, Measurement, m).ratings;
        for (guint j = 0; j < ratings->len; j++) {
            const Rating *rating = &g_array_index(ratings, Rating, j);
            if (rating->anonymous &&
                !tally_shows_anonymous(
                    dossier_tally(dossier, m, competence, rating->kind),
                    dossier->minimum))
                continue;
            for (guint k = 0; k < rating->scores->len; k++) {
                const Score *score = &g_array_index(rating->scores, Score, k);
                if (score->competence == node)
                    take_pieces(report, score, rating, m, pieces);
            }
        }
    }
}

/* Whether rater is a name, rather than "collega 1" or a code. */
static gboolean
is_name(const Rating *rating)
{
    g_autofree char *small = g_utf8_strdown(rating->rater, -1);
    return !strpbrk(small, "0123456789") && !strstr(small, "anoniem") &&
           !strstr(small, dossier_rater_name(rating->kind));
}

/* Whoever rates without a name may sign all the same: not here. In what others wrote the name
 * stays, or its place would tell that this person rated. */
static Disguise *
disguise_of(const Rating *rating)
{
    if (!rating->anonymous || !is_name(rating))
        return NULL;
    Disguise *disguise = disguise_new();
    disguise_add(disguise, rating->rater, report_role(rating->kind));
    return disguise;
}

static void
write_piece(const Report *all, xmlNode *element, const Piece *piece)
{
    g_autoptr(Disguise) own = disguise_of(piece->rating);
    Report apart = *all;
    apart.own = own;
    const Report *report = &apart;
    xmlNode *written = xml_add(element, piece->is_remark ? "opmerking" : "bewijs");
    xml_set(written, "wie", dossier_rater_name(piece->rating->kind));
    xml_set_integer(written, "meting", (int)piece->measurement + 1);
    report_set_copy(report, written, piece->element, "soort");
    report_set_copy(report, written, piece->element, "datum");
    report_set_copy(report, written, piece->element, "verwijzing");
    report_set_copy(report, written, piece->element, "voor");
    report_set_line(written, piece->element);
    report_add_prose(report, written, piece->element);
}

/* How far the writing of the pieces has come; they go back in time. */
typedef struct Progress {
    guint measurements[2][RATER_KIND_COUNT]; /* written, of evidence and of remarks */
    guint last[2][RATER_KIND_COUNT];         /* the measurement last written */
    int counted[2];                          /* pieces that are only counted */
    guint from, to;                          /* the measurements of these */
} Progress;

static gboolean
is_in_full(const Report *report, const Piece *piece, Progress *progress)
{
    RaterKind kind = piece->rating->kind;
    guint *measurements = &progress->measurements[piece->is_remark][kind];
    guint *last = &progress->last[piece->is_remark][kind];
    if (*measurements == 0 || *last != piece->measurement) {
        *last = piece->measurement;
        ++*measurements;
    }
    return report->options->everything || *measurements <= IN_FULL;
}

static void
count_piece(const Piece *piece, Progress *progress)
{
    gboolean is_first = progress->counted[0] + progress->counted[1] == 0;
    progress->from =
        is_first ? piece->measurement : MIN(progress->from, piece->measurement);
    progress->to =
        is_first ? piece->measurement : MAX(progress->to, piece->measurement);
    progress->counted[piece->is_remark]++;
}

void
report_add_evidence(const Report *report, xmlNode *element, guint competence)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    g_array_set_clear_func(pieces, clear_piece);
    collect_pieces(report, competence, pieces);
    g_array_sort(pieces, compare_pieces);
    Progress progress = {0};
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        if (is_in_full(report, piece, &progress))
            write_piece(report, element, piece);
        else
            count_piece(piece, &progress);
    }
    if (progress.counted[0] + progress.counted[1] == 0)
        return;
    xmlNode *earlier = xml_add(element, "eerder");
    xml_set_integer(earlier, "bewijs", progress.counted[0]);
    xml_set_integer(earlier, "opmerkingen", progress.counted[1]);
    xml_set_integer(earlier, "van", (int)progress.from + 1);
    xml_set_integer(earlier, "tot", (int)progress.to + 1);
}
