import type { TermTable } from './term-table.ts'

/** Groups of letters as numbers. A group is entered letter by letter: each is one step on from the group before it. */
export type LetterTable = TermTable & {
  /** The number of the group that is `group` and one letter more, or -1; `NO_LETTERS` to begin with. */
  step(group: number, letter: number): number
  lengthOf(group: number): number
  /** What the table knows now, as plain data that a table can be made of. */
  steps(): LetterSteps
}
export const NO_LETTERS = 0

/** Group i is `before[i]` and one letter more; `slots` is the hash table in which it is found by the two. */
export type LetterSteps = {
  before: Int32Array<ArrayBuffer>
  letters: Uint16Array<ArrayBuffer>
  lengths: Uint8Array<ArrayBuffer>
  slots: Int32Array<ArrayBuffer>
}

/**
 * A trie whose steps stand in one open hash table: no string is made to look a group up. One that is made of known
 * steps is settled.
 */
export function createLetterTable(known?: LetterSteps): LetterTable {
  let isOpen = known === undefined
  let size = known?.before.length ?? 1
  let before = known?.before ?? new Int32Array(FIRST_ROOM)
  let letters = known?.letters ?? new Uint16Array(FIRST_ROOM)
  let lengths = known?.lengths ?? new Uint8Array(FIRST_ROOM)
  let slots = known?.slots ?? new Int32Array(2 * FIRST_ROOM)

  /** Where the step is, or where it would go. */
  const slotOf = (group: number, letter: number): number => {
    const mask = slots.length - 1
    let slot = (Math.imul(group, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) >>> 7
    for (;;) {
      slot &= mask
      const there = slots[slot] as number
      if (there === 0 || (before[there] === group && letters[there] === letter)) return slot
      slot++
    }
  }
  const grow = () => {
    before = twice(before, new Int32Array(2 * size))
    letters = twice(letters, new Uint16Array(2 * size))
    lengths = twice(lengths, new Uint8Array(2 * size))
    slots = new Int32Array(2 * slots.length)
    for (let group = 1; group < size; group++)
      slots[slotOf(before[group] as number, letters[group] as number)] = group
  }
  const step = (group: number, letter: number): number => {
    const slot = slotOf(group, letter)
    const known = slots[slot] as number
    if (known !== 0) return known
    if (!isOpen) return -1
    const next = size++
    before[next] = group
    letters[next] = letter
    lengths[next] = (lengths[group] as number) + 1
    slots[slot] = next
    if (size === before.length) grow()
    return next
  }
  const walk = (group: string): number => {
    let at = NO_LETTERS
    for (let i = 0; i < group.length && at >= 0; i++) at = step(at, group.charCodeAt(i))
    return at
  }
  return {
    size: () => size,
    enter: walk,
    idOf(group) {
      const wasOpen = isOpen
      isOpen = false
      const id = walk(group)
      isOpen = wasOpen
      return id
    },
    settle() {
      isOpen = false
    },
    step,
    lengthOf: (group) => lengths[group] as number,
    steps: () => ({
      before: before.slice(0, size),
      letters: letters.slice(0, size),
      lengths: lengths.slice(0, size),
      slots: slots.slice(),
    }),
  }
}

const FIRST_ROOM = 1024

function twice<Numbers extends { set(from: Numbers): void }>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
