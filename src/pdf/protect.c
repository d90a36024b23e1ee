#include "pdf/pass.h"

/* ISO 32000-2, 7.6.4.4: AES-256, revision 6. Who has the first password may read, print,
 * copy, annotate and fill in; who has the second may do everything. */
void
protect_apply(const Pass *pass)
{
    const PdfOptions *options = pass->options;
    const char *owner =
        options->owner_password ? options->owner_password : options->user_password;
    qpdf_set_r6_encryption_parameters2(pass->qpdf, options->user_password, owner,
                                       QPDF_TRUE, QPDF_TRUE, QPDF_FALSE, QPDF_TRUE,
                                       QPDF_TRUE, QPDF_FALSE, qpdf_r3p_full, QPDF_TRUE);
}
