#!/bin/sh
# A gate that cannot fail is no gate: plant one violation a rule and expect the linter to object.
set -eu
PATH="$PWD/node_modules/.bin:$PATH"
count=0
planted=""
expected=$(mktemp)
found=$(mktemp)
trap 'rm -f $planted "$expected" "$found"' EXIT

plant() { # room, import that it may not have, import that it may have
  for pair in "refused $2" "allowed $3"; do
    import=${pair#* }
    count=$((count + 1))
    file="$1/canary-planted-$count.ts"
    planted="$planted $file"
    echo "import type { Canary } from '$import'; export type Planted = Canary" > "$file"
    echo "${pair%% *} $file $import" >> "$expected"
  done
}

for import in ../dialogue/ports.ts '#dialogue/ports.ts' '#platform/ids.ts' node:fs zod; do
  plant src/conversation "$import" ./events.ts
done
plant src/platform '#conversation/events.ts' ./ids.ts
for import in '#dialogue/ports.ts' '#storage/storage.ts' '#desk/desk.ts' ../handoff/calendar.ts; do
  plant src/knowledge "$import" '#conversation/events.ts'
done
for import in '#dialogue/ports.ts' '#knowledge/knowledge-base.ts' '#storage/storage.ts'; do
  plant src/handoff "$import" '#conversation/events.ts'
done
for import in '#storage/storage.ts' '#desk/desk.ts' '#channels/sms/canary.ts' '#app'; do
  plant src/dialogue "$import" '#handoff/calendar.ts'
done
for import in '#dialogue/engine.ts' '#desk/desk.ts' '#channels/sms/canary.ts'; do
  plant src/storage "$import" '#dialogue/ports.ts'
done
for import in '#storage/storage.ts' '#channels/sms/canary.ts' '#app'; do
  plant src/desk "$import" '#dialogue/ports.ts'
done
for import in '#storage/storage.ts' '#channels/sms/canary.ts' '#app'; do
  plant src/operations "$import" '#dialogue/ports.ts'
done
for import in ../sms/canary.ts '#channels/sms/canary.ts' '#storage/storage.ts' '#desk/desk.ts' '#knowledge/knowledge-base.ts'; do
  plant channels/terminal "$import" '#dialogue/dialogue.ts'
done
for channel in web-chat sms; do
  plant "channels/$channel" '#channels/terminal/terminal.ts' '#dialogue/dialogue.ts'
  plant "channels/$channel" '#storage/storage.ts' "#channels/$channel/canary.ts"
done

planted="$planted src/dialogue/canary-there.ts src/dialogue/canary-back.ts"
echo "import type { B } from './canary-back.ts'; export type A = B" > src/dialogue/canary-there.ts
echo "import type { A } from './canary-there.ts'; export type B = A" > src/dialogue/canary-back.ts

# --only would wake a rule that is off, so lint in full and look for the rule's name.
# shellcheck disable=SC2086
biome lint --colors=off --diagnostic-level=error --max-diagnostics=none $planted > "$found" 2>&1 || true

while read -r wanted file import; do
  objection=$(grep -c "^$file:.* lint/style/noRestrictedImports" "$found" || true)
  room=${file%/*}
  case "$wanted $objection" in
    'refused 0') echo "gate is dead: $room may import $import"; exit 1 ;;
    'allowed 0' | 'refused '*) ;;
    *) echo "gate is stuck: $room may not import $import"; exit 1 ;;
  esac
done < "$expected"
if ! grep -q '^src/dialogue/canary-there.ts:.* lint/suspicious/noImportCycles' "$found"; then
  echo 'gate is dead: a cycle of types'
  exit 1
fi
echo 'canaries rejected, gates alive'
