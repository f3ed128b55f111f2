/** One figure of the report. With a goal it stands in the last table. */
export type Measure = {
  name: string
  value: number
  unit: string
  goal?: { is: 'at least' | 'at most'; value: number }
  note?: string
}

/** Collects the figures of a run, and tells them as they come. */
export class Figures {
  readonly all: Measure[] = []
  readonly #say: (line: string) => void

  constructor(say: (line: string) => void) {
    this.#say = say
  }

  add(measure: Measure): void {
    this.all.push(measure)
    this.#say(
      `  ${measure.name.padEnd(64)} ${shown(measure)}${measure.note ? `  (${measure.note})` : ''}`,
    )
  }

  /** Figures without goals, such as those that explain another. */
  tell(name: string, value: number, unit: string, note?: string): void {
    this.add({ name, value, unit, ...(note !== undefined && { note }) })
  }
}

export function shown({ value, unit }: Pick<Measure, 'value' | 'unit'>): string {
  const digits =
    Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`.trim()
}

export function isReached({ value, goal }: Measure): boolean {
  if (!goal) return true
  return goal.is === 'at least' ? value >= goal.value : value <= goal.value
}

/** "measure | goal | figure | reached". */
export function tableOf(figures: readonly Measure[]): string {
  const rows = figures
    .filter(({ goal }) => goal)
    .map((one) => [
      one.name,
      `${one.goal?.is === 'at least' ? '≥' : '≤'} ${one.goal?.value} ${one.unit}`.trim(),
      shown(one),
      isReached(one) ? 'yes' : 'NO',
    ])
  const all = [['measure', 'goal', 'figure', 'reached'], ...rows]
  const widths = [0, 1, 2, 3].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join(' | ')
      .trimEnd()
  return all.map(line).join('\n')
}
