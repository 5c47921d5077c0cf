# Voor Elkaar. One JDK 25, Maven and a Debian-like system are enough; make finds the JDK and installs what a target needs.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

JDK = $(shell bash src/devservices/jdk 2>/dev/null)
MVN := JAVA_HOME="$(JDK)" mvn -B -ntp
VERSION := 0.1.0-SNAPSHOT
LOCAL := src/devservices/local/target
PACKAGED := portal/target/voorelkaar-portal-$(VERSION)-exec.jar
SOURCES := $(shell find pom.xml */pom.xml src/devservices/pom.xml src/devservices/local/pom.xml consent/src/main dossier/src/main portal/src/main portal/src/theme portal/src/client src/devservices/src/main src/devservices/local/src/main -type f \
	-not -path "*/node_modules/*" -not -path 'portal/src/main/frontend/*' -not -path 'portal/src/main/bundles/*' 2>/dev/null)

.PHONY: run test bench drill client package help tools browser surroundings

## run: start everything on this machine (RESET=1 begins again; VE_RESIDENT_PORT, VE_WORKSPACE_PORT, VE_LOCAL_PORT, VE_DB_PORT move a port)
run: $(LOCAL)/.packaged
	@exec "$(JDK)/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m --enable-native-access=ALL-UNNAMED \
		-cp "$(LOCAL)/voorelkaar-local-$(VERSION).jar:$$(cat $(LOCAL)/class-path)" nl.devservices.local.LocalEnvironment

## test: every test there is: units, modules on a real database, screens, and journeys in a real browser
test: tools browser
	$(MVN) verify

## bench: how fast it is beside its own database, and a storm in which processes are killed (QUICK=1: minutes, and says little; STRETCH=60: seconds for each; ONLY=sealing,…: those; DOSSIERS=100000: so many for ONLY=flatness)
bench: tools browser
	$(MVN) -q package -DskipTests -pl src/bench -am
	@QUICK="$(QUICK)" STRETCH="$(STRETCH)" ONLY="$(ONLY)" DOSSIERS="$(DOSSIERS)" "$(JDK)/bin/java" -cp "src/bench/target/classes:$$(cat src/bench/target/class-path)" nl.bench.Bench \
		"$(LOCAL)/voorelkaar-local-$(VERSION).jar:$$(cat $(LOCAL)/class-path)" src/bench/target/bench
	$(MVN) -q test -pl consent,dossier -am -Dtest=SealingStorm,HugeArchives -Dsurefire.failIfNoSpecifiedTests=false \
		$(if $(QUICK),-Dvoorelkaar.storm.events=1500 -Dvoorelkaar.storm.kills=2)

## drill: break it on purpose, and bring it back, with what an operator uses: HAProxy, Patroni, etcd (QUICK=1: each thing once; ONLY=nodes,…: those; KILLS=1000)
drill: tools surroundings
	$(MVN) -q package -DskipTests -pl src/deploy/drill -am
	@QUICK="$(QUICK)" ONLY="$(ONLY)" KILLS="$(KILLS)" "$(JDK)/bin/java" -cp "src/deploy/drill/target/classes:$$(cat src/deploy/drill/target/class-path)" nl.voorelkaar.drill.Drill \
		"$(LOCAL)/voorelkaar-local-$(VERSION).jar:$$(cat $(LOCAL)/class-path)" "$(PACKAGED)" src/deploy src/deploy/drill/target/drill

## client: a client that others make from our document does the main job
client: tools
	$(MVN) -q test -Pclient -pl portal -am -Dtest=GeneratedClient -Dsurefire.failIfNoSpecifiedTests=false

## package: build the production jar
package: $(LOCAL)/.packaged
	@echo "$(PACKAGED)"

$(LOCAL)/.packaged: $(SOURCES) | tools
	$(MVN) -q package -DskipTests -pl src/devservices/local -am
	@touch $@

## help: say what can be asked
help:
	@sed -n 's/^## /  make /p' Makefile

tools:
	@bash src/devservices/jdk --install >/dev/null
	@bash src/devservices/program mvn=maven npm=npm

browser:
	@bash src/devservices/program chromium=chromium pdfsig=poppler-utils

surroundings:
	@bash src/devservices/program patroni='patroni python3-etcd' etcd=etcd-server haproxy=haproxy openssl=openssl \
		/usr/lib/postgresql/15/bin/postgres=postgresql-15 pgbackrest=pgbackrest /sbin/ip=iproute2
