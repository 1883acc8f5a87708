# One image for every service: compose names the main class. Builds with the classic builder and with BuildKit.

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
# The libraries are a layer of their own, which stays as long as no pom changes. To fetch exactly what the build needs, a build of
# empty modules runs: `dependency:go-offline` would miss compiler plugins and fetch what nobody runs.
# The pages come as they are committed, so neither node nor their sources are needed.
COPY .mvn .mvn
COPY pom.xml ./
COPY common/pom.xml common/
COPY ingest-service/pom.xml ingest-service/
COPY enrich-service/pom.xml enrich-service/
COPY dashboard-service/pom.xml dashboard-service/
COPY embedded-kafka/pom.xml embedded-kafka/
COPY simulator/pom.xml simulator/
COPY testkit/pom.xml testkit/
COPY standalone/pom.xml standalone/
COPY benchmarks/pom.xml benchmarks/
ENV PACKAGE="mvn -B -ntp -q -pl standalone -am package -Dmaven.test.skip -Dspotless.check.skip -Dspotless.apply.skip -DskipCds -Dexec.skip"
RUN for module in */; do \
      mkdir -p "$module/src/main/java/dev/dateline" && echo 'package dev.dateline;' >"$module/src/main/java/dev/dateline/package-info.java"; \
    done \
 && $PACKAGE \
 && rm -rf */src */target

# What remains is the program: libraries, which rarely change, and our own jars, so that a new version ships one small layer.
COPY . .
RUN $PACKAGE \
 && mkdir -p /program/libraries /program/dateline \
 && mv standalone/target/app/lib/dateline*.jar /program/dateline/ \
 && mv standalone/target/app/lib/*.jar /program/libraries/ \
 && rm -rf */target


FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /var/lib/dateline --shell /usr/sbin/nologin dateline \
 && mkdir -p /var/lib/dateline \
 && chown dateline:dateline /var/lib/dateline
COPY --from=build /program/libraries /opt/dateline/lib
COPY --from=build /program/dateline /opt/dateline/lib
USER dateline
WORKDIR /var/lib/dateline
# Inside a container a service is alone: each listens on 8080, reachable from the container's network.
ENV DATELINE_INGEST_HTTP_HOST=0.0.0.0 DATELINE_INGEST_HTTP_PORT=8080 \
    DATELINE_ENRICH_HTTP_HOST=0.0.0.0 DATELINE_ENRICH_HTTP_PORT=8080 \
    DATELINE_DASHBOARD_HTTP_HOST=0.0.0.0 DATELINE_DASHBOARD_HTTP_PORT=8080 \
    DATELINE_ENRICH_STATE_DIR=/var/lib/dateline/streams \
    DATELINE_LOG_FORMAT=json
EXPOSE 8080
# Healthy means ready: Kafka answers and the service does its work. The image has no curl, but bash can open a connection.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# Half of the container's memory is the heap; the rest is for RocksDB, network buffers and the JVM itself. Options can be added
# with JDK_JAVA_OPTIONS. Without a main class after it this is the `dateline` command.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/dateline/lib/dateline.jar"]
CMD ["dev.dateline.standalone.command.Dateline"]
