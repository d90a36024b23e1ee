// mutool run change.js FORM RESULT HOW: changes a filled form as bad or other programs might.

var ways = {
    // Values gone from boxes: only what they look like is left.
    "seen": function (field) {
        if (isBox(field))
            field.delete("V");
    },
    // Values of boxes as strings, of texts as names.
    "kinds": function (field) {
        var value = field.get("V");
        if (value && value.isName())
            field.put("V", document.newString(value.asName()));
        else if (value && /^[a-z0-9-]+$/.test(value.asString()))
            field.put("V", document.newName(value.asString()));
    },
    // Texts as UTF-8 without a mark.
    "utf8": function (field) {
        var value = field.get("V");
        if (value && value.isString())
            field.put("V", document.newByteString(utf8(value.asString())));
    },
    // Each field by itself, under its whole name.
    "flat-names": function (field, name) {
        if (!field.get("V"))
            return;
        field.put("T", document.newString(name));
        field.delete("Parent");
        loose.push(field);
    },
    // One field says two things.
    "contradiction": function (field, name) {
        if (/werkplan\.2\.antwoord$/.test(name))
            field.put("V", document.newName("afwezig"));
    },
    "other-question": function (field, name) {
        if (name === "v.intern.werkopdracht.werkplan.2")
            field.put("T", document.newString("99"));
    },
    "other-edition": function (field, name) {
        if (name === "audit.editie")
            field.put("V", document.newString("2019.1"));
    },
    "bad-date": function (field, name) {
        if (name === "audit.datum")
            field.put("V", document.newString("31-02-2028"));
    },
    "lost": function (field, name) {
        if (/werkplan\.2\.notitie$/.test(name))
            field.delete("Subtype"), field.delete("T");
    },
    "unanswered": function (field, name) {
        if (!/werkplan\.1\.b\.antwoord$/.test(name))
            return;
        field.put("V", document.newName("Off"));
        for (var i = 0; i < field.get("Kids").length; i++)
            field.get("Kids").get(i).put("AS", document.newName("Off"));
    },
    "control": function (field, name) {
        if (name === "audit.locatie")
            field.put("V", document.newByteString([254, 255, 0, 68, 0, 7, 0, 101]));
    },
    "huge": function (field, name) {
        if (name === "audit.locatie")
            field.put("V", document.newString(new Array(100001).join("x")));
    },
    "foreign": function (field, name) {
        if (name === "v" || name === "audit")
            field.put("T", document.newString("iets"));
    }
};

function utf8(text) {
    var bytes = [], escaped = encodeURIComponent(text);
    for (var i = 0; i < escaped.length; i++)
        if (escaped.charAt(i) === "%") {
            bytes.push(parseInt(escaped.substring(i + 1, i + 3), 16));
            i += 2;
        } else
            bytes.push(escaped.charCodeAt(i));
    return bytes;
}

function isBox(field) {
    return field.get("FT") && field.get("FT").asName() === "Btn";
}

function eachField(fields, above, visit) {
    for (var i = 0; i < fields.length; i++) {
        var field = fields.get(i).resolve(), part = field.get("T");
        if (!part)
            continue;
        var name = (above ? above + "." : "") + part.asString();
        if (field.get("Kids"))
            eachField(field.get("Kids"), name, visit);
        visit(field, name);
    }
}

var document = new PDFDocument(scriptArgs[0]);
var form = document.getTrailer().get("Root").get("AcroForm");
var loose = [], how = scriptArgs[2];
eachField(form.get("Fields"), "", ways[how]);
if (loose.length > 0) {
    form.put("Fields", document.newArray());
    for (var i = loose.length - 1; i >= 0; i--)
        form.get("Fields").push(loose[i]);
}
document.save(scriptArgs[1], how === "control" ? "incremental" : "garbage,compress");
