#!/bin/sh
# A gate that cannot fail is no gate: plant one violation a rule and expect the linter to object.
set -eu
PATH="$PWD/node_modules/.bin:$PATH"
planted=""
trap 'rm -f $planted' EXIT

# --only would wake a rule that is off, so lint in full and look for the rule's name.
lint() { # rule, file: prints the errors under that rule
  biome lint --diagnostic-level=error "$2" 2>&1 | grep "lint/$1" || true
}

plant() { # room, import that it may not have, import that it may have
  file="$1/canary-planted.ts"
  planted="$planted $file"
  for import in "$2" "$3"; do
    echo "import type { Canary } from '$import'; export type Planted = Canary" > "$file"
    objection=$(lint style/noRestrictedImports "$file")
    case "$import${objection:+ rejected}" in
      "$2") echo "gate is dead: $1 may import $2"; exit 1 ;;
      "$3 rejected") echo "gate is stuck: $1 may not import $3"; exit 1 ;;
    esac
  done
  rm "$file"
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
if [ -z "$(lint suspicious/noImportCycles src/dialogue/canary-there.ts)" ]; then
  echo 'gate is dead: a cycle of types'
  exit 1
fi
echo 'canaries rejected, gates alive'
