import type { Language } from './frames.ts'
import type { Pending, TextSize } from './state.ts'

/** What outlives a reload, and dies with the tab: never in localStorage, since many share a computer. */
export type Kept = {
  token: string | null
  pending: readonly Pending[]
  draft: string
  open: boolean
  language: Language | null
  textSize: TextSize
  plain: boolean
  readsAloud: boolean
}

const KEY = 'kk-chat'
const nothing: Kept = {
  token: null,
  pending: [],
  draft: '',
  open: false,
  language: null,
  textSize: 'normal',
  plain: false,
  readsAloud: false,
}
// Where the browser allows no storage, the page remembers until it is left.
let memory: Kept = nothing

export function readKept(): Kept {
  try {
    const text = sessionStorage.getItem(KEY)
    if (text !== null) memory = { ...nothing, ...(JSON.parse(text) as Partial<Kept>) }
  } catch {
    // Blocked or broken storage is the same as an empty one.
  }
  return memory
}

export function keep(part: Partial<Kept>): void {
  memory = { ...readKept(), ...part }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory))
  } catch {
    // See above.
  }
}

/** Forgets the conversation; how somebody likes to read is nobody's secret. */
export function forgetConversation(): void {
  keep({ token: null, pending: [] })
}
