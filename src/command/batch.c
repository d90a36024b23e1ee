#include "command/batch.h"
#include "base/file.h"
#include "command/manifest.h"

#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_WORKERS = 256 };

/* What became of one input. */
typedef struct Job {
    const char *input;
    Status status;
    gboolean done, skipped;
    char *digest, *output, *messages;
} Job;

/* A worker's answer: this, then the output's name and the messages. */
typedef struct Answer {
    int status;
    guint32 output_length, messages_length;
} Answer;

typedef struct Worker {
    pid_t pid;
    int socket; /* -1: gone */
    int job;    /* that it is at; -1: none */
} Worker;

typedef struct Running {
    const Batch *batch;
    Job *jobs;
    int job_count, next, done, skipped;
    Worker *workers;
    int worker_count;
    Manifest *manifest; /* or NULL */
    gint64 began;
    gboolean shows_progress;
    int signals;   /* a descriptor that tells of the signals that end a run; -1: none */
    int signal;    /* that ended this run, or 0 */
    gboolean full; /* the disk has no room for more: what is left is not tried */
    sigset_t before; /* the signal mask there was */
} Running;

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean
add_folder(GPtrArray *inputs, const char *folder, const char *suffix, GError **error)
{
    g_autoptr(GDir) directory = g_dir_open(folder, 0, NULL);
    if (!directory) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                    "de map “%s” kan niet gelezen worden: %s", folder,
                    file_reason(errno));
        return FALSE;
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    const char *name;
    while ((name = g_dir_read_name(directory)) != NULL)
        if (*name != '.' && g_str_has_suffix(name, suffix))
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(inputs, g_build_filename(folder, names->pdata[i], NULL));
    return TRUE;
}

/* Names end at a line, or at a zero where there is one: a name may hold the end of a line. */
static gboolean
add_listed(GPtrArray *inputs, GError **error)
{
    g_autoptr(GByteArray) listed = file_read("-", error);
    if (!listed)
        return FALSE;
    const char *at = (const char *)listed->data, *end = at + listed->len;
    gboolean by_zero = listed->len > 0 && memchr(at, '\0', listed->len) != NULL;
    while (at < end) {
        const char *stop = memchr(at, by_zero ? '\0' : '\n', (gsize)(end - at));
        const char *next = stop ? stop + 1 : end;
        stop = stop ? stop : end;
        if (!by_zero && stop > at && stop[-1] == '\r')
            stop--;
        if (stop > at)
            g_ptr_array_add(inputs, g_strndup(at, (gsize)(stop - at)));
        at = next;
    }
    return TRUE;
}

GPtrArray *
batch_inputs(char **arguments, const char *suffix, GError **error)
{
    g_autoptr(GPtrArray) inputs = g_ptr_array_new_with_free_func(g_free);
    for (char **argument = arguments; argument && *argument; argument++) {
        gboolean found = TRUE;
        if (strcmp(*argument, "-") == 0)
            found = add_listed(inputs, error);
        else if (g_file_test(*argument, G_FILE_TEST_IS_DIR))
            found = add_folder(inputs, *argument, suffix, error);
        else
            g_ptr_array_add(inputs, g_strdup(*argument));
        if (!found)
            return NULL;
    }
    return g_steal_pointer(&inputs);
}

static gboolean
send_all(int socket, const void *bytes, gsize length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t sent = send(socket, at, length, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return FALSE;
        at += sent;
        length -= (gsize)sent;
    }
    return TRUE;
}

static gboolean
receive_all(int socket, void *bytes, gsize length)
{
    char *at = bytes;
    while (length > 0) {
        ssize_t received = recv(socket, at, length, 0);
        if (received < 0 && errno == EINTR)
            continue;
        if (received <= 0)
            return FALSE;
        at += received;
        length -= (gsize)received;
    }
    return TRUE;
}

static void
run_job(const Batch *batch, Job *job)
{
    g_autoptr(GString) messages = g_string_new(NULL);
    job->status = batch->run(batch->owner, job->input, &job->output, messages);
    job->messages = g_strdup(messages->str);
    job->done = TRUE;
}

/* What one job frees the next one takes: pages that go back to the system in between are
 * cleared each time they come again, which costs a tenth of a short job. */
static void
keep_memory(void)
{
    enum { KEPT = 32 << 20 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, KEPT);
}

/* A worker's life: jobs by number, until the parent hangs up. */
static void
work(const Running *running, int socket)
{
    int number;
    keep_memory();
    while (receive_all(socket, &number, sizeof number)) {
        Job *job = &running->jobs[number];
        run_job(running->batch, job);
        Answer answer = {(int)job->status,
                         job->output ? (guint32)strlen(job->output) : 0,
                         (guint32)strlen(job->messages)};
        if (!send_all(socket, &answer, sizeof answer) ||
            !send_all(socket, job->output ? job->output : "", answer.output_length) ||
            !send_all(socket, job->messages, answer.messages_length))
            break;
    }
    _exit(0);
}

/* A run that is ended lets its workers finish the file they are at. Signals that whoever
 * started the program ignores stay ignored. */
static void
watch_signals(Running *running)
{
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t watched;
    sigemptyset(&watched);
    for (gsize i = 0; i < G_N_ELEMENTS(ending); i++) {
        struct sigaction action;
        if (sigaction(ending[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&watched, ending[i]);
    }
    sigprocmask(SIG_BLOCK, &watched, &running->before);
    running->signals = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
    if (running->signals < 0)
        sigprocmask(SIG_SETMASK, &running->before, NULL);
}

static void
unwatch_signals(const Running *running)
{
    if (running->signals < 0)
        return;
    close(running->signals);
    sigprocmask(SIG_SETMASK, &running->before, NULL);
}

/* A terminal interrupts a worker together with the program; that is for the program to
 * hear. Ignored first: one that came since the fork waits for the mask to go. */
static void
leave_signals(const Running *running)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    unwatch_signals(running);
}

static gboolean
start_worker(Running *running, Worker *worker)
{
    int ends[2];
    worker->socket = -1;
    worker->job = -1;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return FALSE;
    fflush(NULL);
    worker->pid = fork();
    if (worker->pid == 0) {
        close(ends[0]);
        for (int i = 0; i < running->worker_count; i++)
            if (running->workers[i].socket >= 0)
                close(running->workers[i].socket);
        leave_signals(running);
        work(running, ends[1]);
    }
    close(ends[1]);
    if (worker->pid < 0) {
        close(ends[0]);
        return FALSE;
    }
    worker->socket = ends[0];
    return TRUE;
}

static void
stop_worker(Worker *worker)
{
    if (worker->socket < 0)
        return;
    close(worker->socket);
    worker->socket = -1;
    while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

/* The next job that is to be done, or -1. */
static int
take_job(Running *running)
{
    if (running->signal || running->full)
        return -1;
    while (running->next < running->job_count && running->jobs[running->next].done)
        running->next++;
    return running->next < running->job_count ? running->next++ : -1;
}

static void
give_job(Running *running, Worker *worker)
{
    worker->job = take_job(running);
    if (worker->job < 0 || !send_all(worker->socket, &worker->job, sizeof worker->job))
        stop_worker(worker);
}

static void
fail_job(Job *job, const char *reason)
{
    job->done = TRUE;
    job->status = STATUS_NO_RESULT;
    g_free(job->messages);
    job->messages = g_strdup_printf("%s: %s\n", job->input, reason);
}

static gboolean
receive_answer(Worker *worker, Job *job)
{
    Answer answer;
    if (!receive_all(worker->socket, &answer, sizeof answer))
        return FALSE;
    g_autofree char *output = g_malloc0((gsize)answer.output_length + 1);
    g_autofree char *messages = g_malloc0((gsize)answer.messages_length + 1);
    if (!receive_all(worker->socket, output, answer.output_length) ||
        !receive_all(worker->socket, messages, answer.messages_length))
        return FALSE;
    job->status = (Status)answer.status;
    job->output = *output ? g_steal_pointer(&output) : NULL;
    job->messages = g_steal_pointer(&messages);
    job->done = TRUE;
    return TRUE;
}

/* What is made is noted at once: a run that is cut off goes on from there. */
static void
note_made(const Running *running, const Job *job)
{
    if (running->manifest && job->status == STATUS_FINE && job->output && job->digest)
        manifest_set(running->manifest, job->input, job->digest, job->output);
}

static void
show_progress(const Running *running)
{
    if (!running->shows_progress)
        return;
    double seconds = (double)(g_get_monotonic_time() - running->began) / G_USEC_PER_SEC;
    double rate = seconds > 0 ? (running->done - running->skipped) / seconds : 0;
    double left = rate > 0 ? (running->job_count - running->done) / rate : 0;
    fprintf(stderr, "\r%d van %d, %.1f per seconde, nog %.0f s \033[K", running->done,
            running->job_count, rate, left);
    if (running->done == running->job_count)
        fputs("\r\033[K", stderr);
}

/* A disk without room fails every job after this one too. */
static void
mark_full(Running *running, const Job *job)
{
    enum { LEAST_ROOM = 1 << 20 };
    struct statvfs disk;
    if (job->status == STATUS_NO_RESULT && running->batch->folder &&
        statvfs(running->batch->folder, &disk) == 0 &&
        (guint64)disk.f_bavail * disk.f_frsize < LEAST_ROOM)
        running->full = TRUE;
}

/* An answer came, or the worker is gone and its job with it. */
static void
attend(Running *running, Worker *worker)
{
    Job *job = &running->jobs[worker->job];
    if (receive_answer(worker, job)) {
        note_made(running, job);
        mark_full(running, job);
        running->done++;
        give_job(running, worker);
    } else {
        if (!running->signal) /* else it was ended, and its job is still to be done */
            fail_job(job, "het programma is op deze invoer vastgelopen");
        running->done += job->done;
        stop_worker(worker);
        if (!running->signal && running->next < running->job_count &&
            start_worker(running, worker))
            give_job(running, worker);
    }
    show_progress(running);
}

/* The first signal ends the run after the jobs at hand, a second one at once. */
static void
hear_signal(Running *running)
{
    struct signalfd_siginfo told;
    if (read(running->signals, &told, sizeof told) != (ssize_t)sizeof told)
        return;
    for (int i = 0; running->signal && i < running->worker_count; i++)
        if (running->workers[i].socket >= 0)
            kill(running->workers[i].pid, SIGKILL);
    running->signal = (int)told.ssi_signo;
}

/* Waits for an answer or a signal; FALSE when no worker is left. */
static gboolean
await(Running *running, struct pollfd *polled)
{
    int count = 0;
    for (int i = 0; i < running->worker_count; i++) {
        polled[i] = (struct pollfd){running->workers[i].socket, POLLIN, 0};
        count += running->workers[i].socket >= 0;
    }
    polled[running->worker_count] = (struct pollfd){running->signals, POLLIN, 0};
    if (count == 0)
        return FALSE;
    if (poll(polled, (nfds_t)running->worker_count + 1, -1) < 0)
        return TRUE;
    if (polled[running->worker_count].revents)
        hear_signal(running);
    for (int i = 0; i < running->worker_count; i++)
        if (polled[i].revents && running->workers[i].socket >= 0)
            attend(running, &running->workers[i]);
    return TRUE;
}

static void
run_workers(Running *running)
{
    watch_signals(running);
    for (int i = 0; i < running->worker_count; i++)
        if (start_worker(running, &running->workers[i]))
            give_job(running, &running->workers[i]);
    g_autofree struct pollfd *polled = g_new0(struct pollfd, running->worker_count + 1);
    while (await(running, polled))
        ;
    unwatch_signals(running);
    gboolean is_cut_off = running->signal || running->full;
    for (int i = 0; !is_cut_off && i < running->job_count; i++)
        if (!running->jobs[i].done)
            fail_job(&running->jobs[i], "er kon geen proces voor gestart worden");
}

/* Of input, of what is shared, and of the file besides. */
static char *
digest_of(const Batch *batch, const char *input)
{
    g_autofree char *other =
        batch->besides ? batch->besides(batch->owner, input) : NULL;
    g_autofree char *shared = other ? manifest_digest(other, batch->shared) : NULL;
    return manifest_digest(input, shared ? shared : batch->shared);
}

static void
skip_current(Running *running)
{
    const Manifest *manifest = running->manifest;
    for (int i = 0; manifest && i < running->job_count; i++) {
        Job *job = &running->jobs[i];
        job->digest = digest_of(running->batch, job->input);
        if (!running->batch->resume ||
            !manifest_holds(manifest, job->input, job->digest))
            continue;
        job->done = job->skipped = TRUE;
        running->done++;
        running->skipped++;
    }
}

/* What is said of the inputs, in their order; the same words of all of them once. */
static Status
report(const Running *running)
{
    Status worst = STATUS_FINE;
    g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
    int made = 0, skipped = 0, failed = 0;
    for (int i = 0; i < running->job_count; i++) {
        const Job *job = &running->jobs[i];
        worst = MAX(worst, job->status);
        skipped += job->skipped;
        failed += job->status == STATUS_NO_RESULT;
        made += job->done && !job->skipped && job->status != STATUS_NO_RESULT;
        if (job->messages && g_hash_table_add(said, job->messages))
            fputs(job->messages, stderr);
    }
    if (running->signal || running->full)
        fprintf(stderr,
                "%s%s: %d gemaakt, %d overgeslagen, %d mislukt, %d nog te "
                "maken; dezelfde opdracht met --hervat gaat verder%s\n",
                running->shows_progress ? "\r\033[K" : "",
                running->signal ? "afgebroken" : "de schijf is vol", made, skipped,
                failed, running->job_count - made - skipped - failed,
                running->signal ? "" : " als er ruimte is");
    else if (running->job_count > 1 && (failed || running->shows_progress))
        fprintf(stderr, "%d gemaakt, %d overgeslagen, %d mislukt\n", made, skipped,
                failed);
    return worst;
}

/* Opens the folder's manifest, where it has one. FALSE after a message where that cannot be
 * written: then no output can. */
static gboolean
open_manifest(Running *running)
{
    g_autoptr(GError) error = NULL;
    const Batch *batch = running->batch;
    running->manifest = batch->folder ? manifest_new(batch->folder) : NULL;
    skip_current(running);
    if (!running->manifest || running->done == running->job_count ||
        manifest_begin(running->manifest, &error))
        return TRUE;
    command_print_error(error);
    return FALSE;
}

/* In order; on a full disk the lines that were added as they came stay. */
static void
close_manifest(const Running *running)
{
    g_autoptr(GError) error = NULL;
    if (running->manifest && running->skipped < running->job_count && !running->full &&
        !manifest_write(running->manifest, &error))
        command_print_error(error);
}

static void
run_jobs(Running *running)
{
    int wanted = running->batch->workers;
    if (wanted <= 0)
        wanted = (int)g_get_num_processors();
    running->worker_count =
        MIN(MIN(wanted, MOST_WORKERS), running->job_count - running->done);
    if (running->job_count == 1 && !running->jobs[0].done) {
        run_job(running->batch, &running->jobs[0]);
        note_made(running, &running->jobs[0]);
        return;
    }
    running->workers = g_new0(Worker, running->worker_count + 1);
    for (int i = 0; i < running->worker_count; i++)
        running->workers[i].socket = -1;
    run_workers(running);
}

Status
batch_run(const Batch *batch, const GPtrArray *inputs)
{
    Running running = {.batch = batch, .job_count = (int)inputs->len, .signals = -1};
    running.jobs = g_new0(Job, inputs->len + 1);
    for (guint i = 0; i < inputs->len; i++)
        running.jobs[i].input = inputs->pdata[i];
    running.began = g_get_monotonic_time();
    running.shows_progress = inputs->len > 1 && isatty(STDERR_FILENO);
    Status status = STATUS_NO_RESULT;
    if (open_manifest(&running)) {
        run_jobs(&running);
        close_manifest(&running);
        status = report(&running);
    }
    for (int i = 0; i < running.job_count; i++) {
        g_free(running.jobs[i].digest);
        g_free(running.jobs[i].output);
        g_free(running.jobs[i].messages);
    }
    manifest_free(running.manifest);
    g_free(running.jobs);
    g_free(running.workers);
    if (running.signal) /* whoever started the program hears why it ended */
        raise(running.signal);
    return status;
}
