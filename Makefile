# make             install what is missing, build, set every publication into out/
# make BRON=FILE   import the official text of 2006 and set its booklets into out/officieel/
# make test        the same set-up, then every test
# make install     program, data, manual, man page and completion under $(DESTDIR)$(PREFIX)
# make deb         a package for Debian in out/deb/; make check-deb installs and runs it in a clean root
# make check SAN=1 every test under the address and undefined-behaviour sanitizers
# make bench       time the booklet and reports, also against Apache FOP (Debian's package fop)
# make conformance tests of Apache FOP's form on our formatter (SUITE=../shared/conformance)
# make compare-tex how even the word spaces are, beside LuaLaTeX with microtype (texlive-luatex)
# make compare-fop a DocBook book by docbook-xsl, set by our formatter and by Apache FOP
# make picture     remake the README's picture of two facing pages
# make clean       empty out/
# V=1 shows the compiler's command lines.

PREFIX ?= /usr/local
SAN ?= 0
SUITE ?= ../shared/conformance
PAGES ?= 14-15
BUILD = out/build$(if $(filter 1,$(SAN)),-san)
PROGRAM = $(BUILD)/opbouwwerk
DATADIR = $(PREFIX)/share/opbouwwerk
DOCDIR = $(PREFIX)/share/doc/opbouwwerk
# The one place of the version; NEWS tells what it has.
VERSION = 0.1

WARNINGS = -Wall -Wextra -Wshadow -Wstrict-prototypes $(if $(CI),-Werror)
LIBRARIES = glib-2.0 gio-2.0 libxml-2.0 libxslt libexslt pango pangocairo pangofc \
    fontconfig freetype2 cairo librsvg-2.0 libqpdf harfbuzz-subset libdeflate
OPTIMISE = $(if $(filter 1,$(SAN)),-O1 -fsanitize=address$(comma)undefined \
    -fno-sanitize-recover=undefined -fno-omit-frame-pointer,-O2)
comma := ,
ifeq ($(SAN),1)
export LSAN_OPTIONS = suppressions=$(CURDIR)/tests/leaks.supp:print_suppressions=0
endif
Q = $(if $(V),,@)

sources := $(wildcard src/*.c src/*/*.c)
objects = $(sources:src/%.c=$(BUILD)/%.o)
units := $(wildcard tests/unit/test_*.c)
unit_programs = $(units:tests/unit/%.c=$(BUILD)/tests/%)
# The manual and its like change no publication.
content := $(filter-out %/handleiding.xml %/handleiding.rng,$(wildcard content/*.xml content/schema/*.rng content/voorbeelden/*.xml))
dossiers := $(wildcard content/voorbeelden/dossier-*.xml)
styles := $(filter-out styles/handleiding% styles/man.xsl styles/aanvulling.xsl,$(wildcard styles/*.xsl))

cited := --bladzijden out/opbouwwerk-in-essentie.bladzijden.xml

.PHONY: all build publications official test check unit installable install deb check-deb clean bench \
    conformance compare-tex compare-fop picture format
all: $(if $(BRON),official,publications)

# The first thing made: installs the packages, then asks pkg-config once for the flags.
# GNU make remakes an included file before anything else.
ifneq ($(MAKECMDGOALS),clean)
include out/build/flags.mk
endif

out/build/flags.mk: .packages .ci/install-packages
	@mkdir -p $(@D)
	@$(if $(filter none,$(PACKAGES)),,.ci/install-packages)
	@printf 'PKG_CFLAGS := %s\nPKG_LIBS := %s\nCMOCKA_LIBS := %s\n' \
	    "$$(pkg-config --cflags $(LIBRARIES) | sed 's/-I/-isystem /g')" \
	    "$$(pkg-config --libs $(LIBRARIES)) -lhyphen -lm" \
	    "$$(pkg-config --libs cmocka)" > $@

CFLAGS ?= -g
build_flags = -std=gnu17 $(OPTIMISE) $(WARNINGS) $(CPPFLAGS) $(CFLAGS) -Isrc -I$(BUILD) $(PKG_CFLAGS) \
    -DVERSION='"$(VERSION)"' -DDATADIR='"$(DATADIR)"'

build: $(PROGRAM)

$(PROGRAM): $(objects)
	@echo '  link $@'
	$(Q)$(CC) $(OPTIMISE) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(BUILD)/%.o: src/%.c Makefile out/build/flags.mk
	@mkdir -p $(@D)
	@echo '  cc $<'
	$(Q)$(CC) $(build_flags) -MMD -MP -c -o $@ $<

# What the typesetter reads of its tables.
$(BUILD)/fo/support.o: $(BUILD)/fo/reads.def
$(BUILD)/fo/reads.def: src/fo/reads src/fo/objects.def src/fo/properties.def $(sources)
	@mkdir -p $(@D)
	@src/fo/reads > $@.new && mv $@.new $@

$(BUILD)/tests/%: tests/unit/%.c $(filter-out $(BUILD)/main.o,$(objects))
	@mkdir -p $(@D)
	@echo '  cc $<'
	$(Q)$(CC) $(build_flags) -MMD -MP -MF $@.d $(LDFLAGS) -o $@ $(filter %.c %.o,$^) \
	    $(PKG_LIBS) $(CMOCKA_LIBS)

-include $(objects:.o=.d) $(unit_programs:=.d)

# The printing condition of the press files, of the measurements of FOGRA39. The date is that
# of the measurements, so that equal input gives equal bytes.
condition = out/build/fogra39.icc
measured = /usr/share/color/icc/FOGRA39L.ti3
$(condition): | out/build/flags.mk
	@echo '  colprof $@'
	@cp $(measured) out/build/fogra39.ti3
	$(Q)colprof -ql -D FOGRA39 -O $@.new out/build/fogra39
	@printf '\007\326\000\014\000\001\000\000\000\000\000\000' | \
	    dd of=$@.new bs=1 seek=24 conv=notrunc status=none
	@mv $@.new $@

publications: $(BUILD)/publications.stamp out/handleiding.pdf

$(BUILD)/publications.stamp: $(PROGRAM) $(content) $(styles) fonts/fonts.conf $(condition)
	$(PROGRAM) boekje -o out/
	$(PROGRAM) rapport --bladzijden out/opbouwwerk-in-essentie.bladzijden.xml -o out/ $(dossiers)
	$(PROGRAM) rapport --bladzijden out/opbouwwerk-in-essentie.bladzijden.xml -o out/ \
	    --team content/voorbeelden/audits/noorderkade-2026.xml \
	    content/voorbeelden/dossier-ow-0388.xml
	$(PROGRAM) rapport --team -o out/rapport-team.pdf $(dossiers)
	$(PROGRAM) checklist $(cited) -o out/checklist.pdf
	$(PROGRAM) checklist $(cited) --invulbaar --vorige content/voorbeelden/audits/noorderkade-2028.xml \
	    -o out/checklist-invulbaar.pdf
	$(PROGRAM) checklist $(cited) -o out/audit-noorderkade-2026.pdf \
	    content/voorbeelden/audits/noorderkade-2026.xml
	$(PROGRAM) checklist $(cited) -o out/audit-noorderkade-2028.pdf \
	    content/voorbeelden/audits/noorderkade-2028.xml
	$(PROGRAM) checklist $(cited) --overzicht -o out/audit-overzicht.pdf \
	    content/voorbeelden/audits/*.xml
	@mkdir -p out/druk
	$(PROGRAM) boekje --profiel druk --snijtekens -o out/druk/essentie-drukker.pdf \
	    opbouwwerk-in-essentie
	$(PROGRAM) boekje --inslag -o out/druk/essentie-zelf-nieten.pdf opbouwwerk-in-essentie
	@touch $@

# The manual: what the program knows of itself, and pictures of what it sets.
manual = $(BUILD)/handleiding
told = $(addprefix $(manual)/,opdrachten.xml meldingen.xml ondersteuning.xml)
pictures = $(addprefix $(manual)/,boekje.png rapport-voorkant.png rapport-beeld.png \
    checklist.png verslag.png overzicht.png)
samples = content/voorbeelden
picture_of = $(PROGRAM) toon --stap beeld -o $@

$(manual)/opdrachten.xml: $(PROGRAM)
	@mkdir -p $(@D)
	@$(PROGRAM) --opdrachten > $@.new && mv $@.new $@

$(manual)/meldingen.xml $(manual)/ondersteuning.xml: $(manual)/%.xml: $(PROGRAM)
	@mkdir -p $(@D)
	@$(PROGRAM) toon --stap $* -o $@

$(manual)/rapport.fo: $(PROGRAM) $(content) $(styles) $(BUILD)/publications.stamp
	@mkdir -p $(@D)
	@$(PROGRAM) rapport --stap fo $(cited) $(samples)/dossier-ow-1043.xml > $@.new && mv $@.new $@

$(manual)/checklist.fo: $(PROGRAM) $(content) $(styles) $(BUILD)/publications.stamp
	@mkdir -p $(@D)
	@$(PROGRAM) checklist $(cited) -o $@

$(manual)/verslag.fo: $(PROGRAM) $(content) $(styles) $(BUILD)/publications.stamp
	@mkdir -p $(@D)
	@$(PROGRAM) checklist $(cited) -o $@ $(samples)/audits/noorderkade-2028.xml

$(manual)/overzicht.fo: $(PROGRAM) $(content) $(styles) $(BUILD)/publications.stamp
	@mkdir -p $(@D)
	@$(PROGRAM) checklist $(cited) -o $@ --overzicht $(samples)/audits/*.xml

$(manual)/boekje.png: $(PROGRAM) $(content) $(styles)
	@mkdir -p $(@D)
	$(picture_of) --paginas 10-11 --dpi 104 statuut

$(manual)/rapport-voorkant.png: $(manual)/rapport.fo
	$(picture_of) --paginas 1 --dpi 76 $<

$(manual)/rapport-beeld.png: $(manual)/rapport.fo
	$(picture_of) --paginas 2 --dpi 76 $<

$(manual)/checklist.png: $(manual)/checklist.fo
	$(picture_of) --paginas 3 --dpi 76 $<

$(manual)/verslag.png $(manual)/overzicht.png: $(manual)/%.png: $(manual)/%.fo
	$(picture_of) --paginas 1 --dpi 76 $<

out/handleiding.pdf: content/handleiding.xml $(wildcard styles/handleiding*.xsl) $(told) $(pictures)
	$(PROGRAM) zet --stijlblad styles/handleiding.xsl --parameter gegevens=../$(manual) \
	    -o $@ content/handleiding.xml

# The old import makes room only for a whole new one.
official: $(PROGRAM)
	@rm -rf out/officieel-inhoud.nieuw
	$(PROGRAM) importeer --soort bron "$(BRON)" -o out/officieel-inhoud.nieuw
	@rm -rf out/officieel-inhoud
	@mv out/officieel-inhoud.nieuw out/officieel-inhoud
	@mkdir -p out/officieel
	$(PROGRAM) boekje --inhoud out/officieel-inhoud -o out/officieel/

unit: $(unit_programs)
	@tests/run --unit $(BUILD)

test: $(PROGRAM) $(unit_programs) publications
	@tests/run $(BUILD)

check: test

# All that is installed.
installable: $(PROGRAM) $(condition) $(BUILD)/opbouwwerk.1 $(BUILD)/opbouwwerk.bash out/handleiding.pdf

$(BUILD)/opbouwwerk.1: styles/man.xsl content/handleiding.xml $(manual)/opdrachten.xml
	xsltproc --nonet --stringparam opdrachten $(CURDIR)/$(manual)/opdrachten.xml -o $@ styles/man.xsl \
	    content/handleiding.xml

$(BUILD)/opbouwwerk.bash: styles/aanvulling.xsl content/boek.xml $(manual)/opdrachten.xml
	xsltproc --nonet -o $@ styles/aanvulling.xsl $(manual)/opdrachten.xml

into = $(DESTDIR)$(PREFIX)
install: installable
	install -d $(into)/bin $(into)/share/man/man1 $(into)/share/bash-completion/completions \
	    $(DESTDIR)$(DATADIR) $(DESTDIR)$(DOCDIR)
	install $(PROGRAM) $(into)/bin/opbouwwerk
	cp -R content styles fonts $(DESTDIR)$(DATADIR)/
	install -m 644 $(condition) $(DESTDIR)$(DATADIR)/
	install -m 644 $(BUILD)/opbouwwerk.1 $(into)/share/man/man1/
	install -m 644 $(BUILD)/opbouwwerk.bash $(into)/share/bash-completion/completions/opbouwwerk
	install -m 644 out/handleiding.pdf NEWS $(DESTDIR)$(DOCDIR)/

# A package is built in a copy, to which debian/ is added: src/debian, with the packages of
# .packages, and NEWS as its changelog.
parcel = out/deb/opbouwwerk-$(VERSION)
deb: out/build/flags.mk
	@rm -rf out/deb
	@mkdir -p $(parcel)/out
	@cp -R .ci .packages Makefile LICENSE NEWS README.md content fonts src styles tests $(parcel)/
	@cp -R src/debian $(parcel)/debian
	@sed -i "s/@BUILD@/$$(sed -n 's/^\([^# ]*\)  *\(build\|fonts\|hyphenation\).*/\1/p' .packages | paste -sd, | \
	    sed 's/,/, /g')/" $(parcel)/debian/control
	@src/debian/changelog NEWS > $(parcel)/debian/changelog
	cd $(parcel) && dpkg-buildpackage --no-sign --build=binary --jobs=auto

check-deb: deb
	tests/deb out/deb/opbouwwerk_$(VERSION)_*.deb

clean:
	find out -mindepth 1 ! -name .gitkeep -delete

bench: $(PROGRAM)
	tests/bench $(PROGRAM)
	tests/bench-reports $(PROGRAM)

conformance: $(BUILD)/tests/conformance
	@tests/conformance/run-all $(BUILD) $(SUITE) $(TESTS)

$(BUILD)/tests/conformance: tests/conformance/run.c $(filter-out $(BUILD)/main.o,$(objects))
	@mkdir -p $(@D)
	@echo '  cc $<'
	$(Q)$(CC) $(build_flags) -MMD -MP -MF $@.d $(LDFLAGS) -o $@ $(filter %.c %.o,$^) \
	    $(PKG_LIBS)

compare-tex: $(PROGRAM)
	@tests/compare/tex $(PROGRAM)

compare-fop: $(PROGRAM)
	@tests/compare/docbook $(PROGRAM)

picture: $(PROGRAM)
	$(PROGRAM) toon --stap beeld --paginas $(PAGES) --dpi 66 \
	    -o tests/facing-pages.png opbouwwerk-in-essentie

format:
	clang-format --style=file:src/.clang-format -i $(sources) $(wildcard src/*/*.h) $(units)
