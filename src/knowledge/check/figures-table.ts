import type { Given } from './given.ts'
import { LIMITS } from './limits.ts'
import { lix } from './lix.ts'
import { spokenWords } from './rules-of-spoken-texts.ts'
import { smsCost } from './sms-budget.ts'

/** The largest figures of each file, so that an editor sees how much room is left. */
export function figuresTable({ content, sites, tone }: Given): string {
  const files = [...new Set(sites.map(({ file }) => file))]
  const rows = files.map((file) => {
    const texts = sites.filter((site) => site.file === file)
    const of = (rendering: string) => texts.filter((site) => site.rendering === rendering)
    const sms = of('sms').map((site) => smsCost(site, content, tone))
    return [
      file.replace(/^knowledge-base\//, ''),
      String(new Set(texts.map(({ name }) => name)).size),
      most(of('web').map(({ out }) => lix(out, tone.names))).toFixed(1),
      String(most(sms.map(({ units }) => units))),
      String(most(sms.map(({ segments }) => segments))),
      String(most(of('spoken').map(spokenWords))),
    ]
  })
  return tableOf([
    ['file', 'parts', 'LIX', 'septets', 'segments', 'words'],
    ...rows,
    [
      'at most',
      '',
      String(LIMITS.lix),
      String(LIMITS.smsSeptets),
      String(LIMITS.smsSegments),
      String(LIMITS.spokenWords),
    ],
  ])
}

function most(values: readonly number[]): number {
  return Math.max(0, ...values)
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => most(rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
