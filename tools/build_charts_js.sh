#!/usr/bin/env bash
# Builds src/firstsnow/charts/assets/firstsnow-chart.js and its licences from assets/src.
#
# `tools/build_charts_js.sh` needs Node 20 or newer and npm; a user of firstsnow needs neither, which
# is why the result is committed. Packages are those of package-lock.json, by their hashes.
# `tools/build_charts_js.sh --lock` first makes package-lock.json anew from package.json.
set -euo pipefail
cd "$(dirname "$0")/../src/firstsnow/charts/assets"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R src/. "$folder"

if [ "${1:-}" = --lock ]; then
	rm -f "$folder/package-lock.json"
	(cd "$folder" && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund)
	# Addresses of sponsors are no part of what is built.
	(cd "$folder" && node --eval '
		const fs = require("fs");
		const lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
		for (const entry of Object.values(lock.packages)) delete entry.funding;
		fs.writeFileSync("package-lock.json", JSON.stringify(lock, null, 2) + "\n");')
	cp "$folder/package-lock.json" src/package-lock.json
fi

(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund)
(cd "$folder" && node build.mjs)
cp "$folder/firstsnow-chart.js" "$folder/firstsnow-chart.LICENSES.txt" .
wc -c firstsnow-chart.js
