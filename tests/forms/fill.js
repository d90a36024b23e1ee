// mutool run fill.js FILLED BLANK RESULT OPTIONS: fills BLANK with what stands in FILLED, by the
// names of the fields and as a person would: typing text, clicking boxes.

function fullName(object) {
    var parts = [];
    for (; object; object = object.get("Parent"))
        if (object.get("T"))
            parts.unshift(object.get("T").asString());
    return parts.join(".");
}

// The state in which the box of a widget is on, or null where it is no box.
function onState(object) {
    var state = null;
    object.get("AP").get("N").forEach(function (key) {
        if (key !== "Off")
            state = key;
    });
    return state;
}

function isButton(object) {
    for (; object; object = object.get("Parent"))
        if (object.get("FT"))
            return object.get("FT").asName() === "Btn";
    return false;
}

function eachWidget(document, visit) {
    for (var i = 0; i < document.countPages(); i++) {
        var page = document.loadPage(i), widgets = page.getWidgets(), next = 0;
        var annotations = document.findPage(i).get("Annots");
        for (var j = 0; j < annotations.length; j++)
            if (annotations.get(j).get("Subtype").asName() === "Widget")
                visit(widgets[next++], annotations.get(j).resolve());
        page.update();
    }
}

var values = {}, count = 0;
eachWidget(new PDFDocument(scriptArgs[0]), function (widget, object) {
    var name = fullName(object);
    if (!isButton(object))
        values[name] = widget.getValue();
    else if (object.get("AS").asName() !== "Off")
        values[name] = object.get("AS").asName();
});
var blank = new PDFDocument(scriptArgs[1]);
eachWidget(blank, function (widget, object) {
    var value = values[fullName(object)];
    if (!value || widget.isReadOnly())
        return;
    if (!isButton(object)) {
        if (widget.getValue() !== value)
            widget.setTextValue(value);
    } else if (onState(object) === value && object.get("AS").asName() === "Off")
        widget.toggle();
    widget.update();
    count++;
});
blank.save(scriptArgs[2], scriptArgs[3] || "");
print(count);
