import type { Page } from 'playwright-core'

/** What is looked at: a page for staff or for citizens, or what is in the shadow of an element on it. */
export type Within = 'page' | 'kk-chat'

/**
 * How a page is laid out as it stands, a line a fault: scrolls sideways, past the edge, text that is cut off or leaves its
 * box, things that lie on each other, targets that are too small.
 */
export function layoutFaults(page: Page, within: Within): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    ${rootOf(within)}
    ${inPage}
    return [...sideways(), ...pastEdge(), ...tooSmall(), ...outOfBox(), ...overlapping()]
  })()`)
}

/** For scripts in the page: what has the elements that are looked at. */
export function rootOf(within: Within): string {
  return within === 'page'
    ? 'const root = document'
    : `const root = document.querySelector('${within}').shadowRoot`
}

const inPage = `
const all = (selector) => [...root.querySelectorAll(selector)].filter(isSeen)
const isSeen = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest('.unseen:not(:focus)')
const named = (it) => it.localName + (it.classList.length ? '.' + it.classList[0] : '') + ' "' + (it.textContent.trim() || it.name || it.id || '').slice(0, 30) + '"'
const px = (length) => Math.round(length * 10) / 10
// Under a modal dialog nobody reads.
const scope = [...root.querySelectorAll('dialog:modal')].at(-1) ?? root.body ?? root

function sideways() {
  const page = document.documentElement
  const wide = page.scrollWidth > page.clientWidth ? [page] : []
  const parts = all('*').filter((it) => !it.matches('input, textarea, select') && /auto|scroll/.test(getComputedStyle(it).overflowX) && it.scrollWidth > it.clientWidth + 1)
  return [...wide, ...parts].map((it) => 'scrolls sideways: ' + it.localName + '.' + it.className + ' ' + it.scrollWidth + ' in ' + it.clientWidth)
}

function pastEdge() {
  return all('*').filter((it) => {
    const { left, right } = it.getBoundingClientRect()
    return right > innerWidth + 1 || left < -1
  }).map((it) => 'past the edge: ' + named(it))
}

// 44 for what a citizen's thumb presses, 24 at the desk (WCAG 2.5.8) and for links within sentences, which it excepts.
function tooSmall() {
  const target = root.querySelector('.desk') ? 24 : 44
  return all('a[href], button, input, select, textarea, summary, [role=option], .option').flatMap((it) => {
    const { width, height } = (it.closest('label, .option') ?? it).getBoundingClientRect()
    const isInText = it.localName === 'a' && it.closest('p, li, dd, th') && !it.matches('.button, .go, .row, .lines a')
    const least = (isInText ? 24 : target) - 0.5
    const isSmall = height < least || (width < least && !isInText)
    return isSmall ? ['target of ' + px(width) + ' × ' + px(height) + ': ' + named(it)] : []
  })
}

// Letters as they are seen: lines of text without the leading, and without what is out of sight in a part that scrolls or
// is not laid out yet.
function letters() {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const found = []
  while (walker.nextNode()) {
    const of = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !of || !isSeen(of) || !of.checkVisibility({ contentVisibilityAuto: true }) || of.closest('svg, select, textarea, style, script')) continue
    range.selectNodeContents(walker.currentNode)
    for (const { left, right, top, bottom, height } of range.getClientRects()) {
      const box = { left, right, top: top + height * 0.12, bottom: bottom - height * 0.12 }
      if (right > left + 1 && height > 1) found.push({ of, ...inSight(of, box) })
    }
  }
  return found.filter(({ left, right, top, bottom }) => right > left && bottom > top)
}

// What is cut on purpose ends in "…" and stands in full elsewhere: a preview loses its end, never half of its height.
function inSight(of, box) {
  let seen = { ...box, out: null }
  for (let up = of; up && up !== scope.parentElement; up = up.parentElement) {
    const { display, position, overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(up)
    const edge = up.getBoundingClientRect()
    const isPreview = textOverflow === 'ellipsis'
    if (isPreview) seen = { ...seen, right: Math.min(seen.right, edge.right), left: Math.max(seen.left, edge.left) }
    if (webkitLineClamp !== 'none' || /auto|scroll/.test(overflowX + overflowY)) {
      seen = { ...seen, left: Math.max(seen.left, edge.left), right: Math.min(seen.right, edge.right), top: Math.max(seen.top, edge.top), bottom: Math.min(seen.bottom, edge.bottom) }
    } else if (!/^(inline|contents)$/.test(display)) {
      const isOut = seen.left < edge.left - 1.5 || seen.right > edge.right + 1.5 || seen.top < edge.top - 1 || seen.bottom > edge.bottom + 1
      if (isOut && seen.right > seen.left && seen.bottom > seen.top) seen.out ??= up
    }
    if (/fixed|absolute/.test(position)) break
  }
  return seen
}

function outOfBox() {
  const cut = all('input').filter((it) => it.scrollHeight > it.clientHeight + 1).map((it) => 'text cut: ' + named(it))
  return [...cut, ...letters().filter(({ out }) => out).map(({ of, out }) => 'text leaves its box: ' + named(of) + ' of ' + out.localName + '.' + out.className)]
}

// What sticks or floats lies over what scrolls, and is meant to.
const layer = (it) => {
  for (let up = it; up; up = up.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(up).position) || up.matches('.new-below')) return up
  }
  return null
}

function overlapping() {
  const controls = [...scope.querySelectorAll('button, input, select, textarea')].filter(isSeen)
    .map((of) => ({ of, ...inSight(of.parentElement, of.getBoundingClientRect().toJSON()) }))
  const things = [...letters(), ...controls].map((it) => ({ ...it, layer: layer(it.of) }))
  const faults = []
  for (const [nth, one] of things.entries()) {
    for (const other of things.slice(nth + 1)) {
      if (one.layer !== other.layer || one.of.contains(other.of) || other.of.contains(one.of)) continue
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const tall = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (wide > 1 && tall > 1) faults.push('on each other: ' + named(one.of) + ' and ' + named(other.of))
    }
  }
  return faults
}`
