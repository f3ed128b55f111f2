import { gzipSync } from 'node:zlib'
import type { Figures } from '#tests/bench/measure.ts'
import type { Run } from '#tests/bench/run.ts'

/** What a page that embeds the chat loads, as the running server serves it. */
export async function measureWidget(run: Run, figures: Figures): Promise<void> {
  const { origin } = await run.gateway()
  const loader = await (await fetch(`${origin}/chat.js`)).text()
  const path = /\/chat\/[\w.-]*widget[\w.-]*\.js/.exec(loader)?.[0]
  if (path === undefined) throw new Error('the loader names no widget')
  const widget = await (await fetch(origin + path)).text()
  const kiloBytes = (gzipSync(loader).length + gzipSync(widget).length) / 1_000
  figures.add({
    name: 'widget and loader, gzipped',
    value: kiloBytes,
    unit: 'kB',
    goal: { is: 'at most', value: 35 },
  })
}
