#!/usr/bin/env bash
# Builds the pages as part of the module's build. Without npm, the bundle in src/main/resources/dashboard is used as it is.
# With CI=true it is checked instead that this bundle is what the sources give.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if ! command -v npm >/dev/null; then
  echo "web: no npm here, the committed bundle is used"
  exit 0
fi
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  if ! npm ci --no-audit --no-fund --loglevel=error; then
    if [ "${CI:-}" = true ]; then exit 1; fi
    echo "web: npm could not get the packages, the committed bundle is used"
    exit 0
  fi
  touch node_modules/.package-lock.json
fi
npm run --silent test
if [ "${CI:-}" = true ]; then npm run --silent check; else npm run --silent build; fi
