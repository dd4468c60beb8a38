FROM node:22-slim AS pages
WORKDIR /source/src/Funnel.Web
COPY src/Funnel.Web/package.json src/Funnel.Web/package-lock.json ./
RUN npm ci --ignore-scripts
COPY src/Funnel.Web/ ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages are restored before the sources arrive, so that a change of code alone does not fetch them again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/BannedSymbols.txt src/
COPY src/Funnel/Funnel.csproj src/Funnel/packages.lock.json src/Funnel/
COPY src/Funnel.Server/Funnel.Server.csproj src/Funnel.Server/packages.lock.json src/Funnel.Server/
COPY src/Funnel.Web/Funnel.Web.targets src/Funnel.Web/
RUN dotnet restore src/Funnel.Server/Funnel.Server.csproj --locked-mode

COPY src/ src/
COPY --from=pages /source/src/Funnel.Web/dist/ src/Funnel.Web/dist/
# SQLite comes built for thirty platforms; the image runs on two of them.
RUN dotnet publish src/Funnel.Server/Funnel.Server.csproj \
        --configuration Release --no-restore --output /app -p:UseAppHost=false \
    && find /app/runtimes -mindepth 1 -maxdepth 1 ! -name linux-x64 ! -name linux-arm64 -exec rm -r {} + \
    && mkdir /data

# -extra carries ICU and the time zones: money and dates are written in the shopper's language.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app ./
COPY funnels/ funnels/
# There is no shell here to make the folder with; copied, it belongs to the user who writes in it.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

# The runtime's diagnostics write to /tmp, which a read-only root file system refuses.
ENV DOTNET_EnableDiagnostics=0 \
    Storage__ConnectionString="Data Source=/data/funnel.db"

USER $APP_UID
VOLUME /data
EXPOSE 8080
# The image has no curl: the server asks itself whether /health/ready answers.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["dotnet", "Funnel.Server.dll", "health"]
ENTRYPOINT ["dotnet", "Funnel.Server.dll"]
