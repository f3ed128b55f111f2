import { render } from 'lit-html'
import { makeActions, type Page } from './actions.ts'
import { type Change, ChatController } from './chat-controller.ts'
import { readKept } from './keep.ts'
import { newlyStored } from './opinions.ts'
import { ReadingAloud } from './reading-aloud.ts'
import { isAtEnd, showNewest } from './scrolling.ts'
import { Speaker } from './speaker.ts'
import type { Ended, State } from './state.ts'
import { widgetStyles } from './styles.ts'
import type { Actions } from './view.ts'
import { widgetView } from './view-widget.ts'
import { wordsIn } from './words.ts'

/**
 * The chat on a page: `<kk-chat base="https://chat.example/" theme="light|auto" language="da|en">`.
 * Its styles and the page's do not meet: a shadow root with style sheets of its own, which every CSP allows.
 */
export class KkChat extends HTMLElement {
  #chat!: ChatController
  #act!: Actions
  #root!: ShadowRoot
  #aloud!: ReadingAloud
  #follows = true
  readonly #off = new AbortController()
  readonly #small = matchMedia('(max-width: 39.99em)')
  readonly #speaker = new Speaker(
    (kind) => {
      if (kind === 'urgent') return this.#find('#alert')
      return this.#find(this.#chat.state.open ? '#status' : '#dock-status')
    },
    () => this.#chat.state.reading !== null,
  )

  connectedCallback(): void {
    if (this.shadowRoot !== null) return
    this.#root = this.attachShadow({ mode: 'open' })
    this.#root.adoptedStyleSheets = widgetStyles()
    const page = this.getAttribute('language') ?? document.documentElement.lang
    const language = page.startsWith('en') ? 'en' : 'da'
    const base = new URL(this.getAttribute('base') ?? '/', location.href)
    const socket = new URL('chat-socket', base)
    socket.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:'
    this.#chat = new ChatController(socket.href, language, (change) => this.#changed(change))
    this.#aloud = new ReadingAloud((part) => this.#chat.change(part))
    this.#act = makeActions(this.#chat, () => wordsIn(this.#chat.state.language), this.#page())
    this.#draw()
    this.#listen()
    if (this.#chat.state.open) this.#openDialog(false)
  }

  disconnectedCallback(): void {
    // A page that only moves the element takes it out and puts it back at once.
    setTimeout(() => {
      if (this.isConnected) return
      this.#off.abort()
      this.#chat.stop()
      this.#aloud.close()
    })
  }

  #draw(): void {
    const { state } = this.#chat
    const view = { state, say: wordsIn(state.language), act: this.#act }
    const before = this.#field()
    render(widgetView(view, this.getAttribute('theme') ?? 'light'), this.#root)
    const field = this.#field()
    // The field goes with the end of a conversation; what was being written is still there.
    if (field !== null && field !== before) field.value = readKept().draft
  }

  #changed(change: Change): void {
    // The first changes come while the controller is being made.
    if (this.#act === undefined) return
    const { before, now } = change
    const hadFocus = this.#root.activeElement
    this.#draw()
    if (now.textSize !== before.textSize) measureAgain(this.#dialog())
    this.#keepInView(change)
    this.#aloud.follow(change)
    this.#speaker.follow(change)
    const lostFocus = hadFocus !== null && this.#root.activeElement === null && now.open
    const stored = newlyStored(before.opinions, now.opinions)
    const thanks = stored === undefined ? null : this.#find(`[data-thanks="${stored}"]`)
    if (before.panel !== now.panel) this.#panelTurned(now.panel === 'log')
    // What had the focus is gone: an opinion that was given leaves its thanks in the same place.
    else if (lostFocus) thanks === null ? this.#focusToRead() : thanks.focus()
    else if (thanks !== null) this.#speaker.say(thanks.textContent?.trim() ?? '')
    if (now.form.phoneError !== before.form.phoneError) this.#page().focusFault()
    if (now.ended.how !== before.ended.how && now.ended.how !== 'not') this.#hasEnded(now.ended)
  }

  #keepInView({ before, now }: Change): void {
    const scroller = this.#find('.chat-scroll')
    if (scroller === null) return
    const grew = now.lines.length > before.lines.length
    if (before.panel !== now.panel || (this.#follows && hasNews(before, now))) showNewest(scroller)
    else if (grew && !isAtEnd(scroller) && !now.newBelow) this.#chat.change({ newBelow: true })
  }

  #page(): Page {
    return {
      clearField: () => {
        const field = this.#field()
        if (field !== null) field.value = ''
        this.#chat.typed('')
        if (this.#chat.state.tooLong > 0) this.#chat.change({ tooLong: 0 })
      },
      focusField: () => this.#focusFor('#say'),
      focusToRead: () => this.#focusToRead(),
      focusFault: () => this.#find('[aria-invalid="true"], .has-error input')?.focus(),
      toNewest: () => {
        this.#follows = true
        if (this.#chat.state.newBelow) this.#chat.change({ newBelow: false })
        const scroller = this.#find('.chat-scroll')
        if (scroller !== null) showNewest(scroller)
      },
      scrolled: () => this.#scrolled(),
      show: (open) => (open ? this.#open() : this.#hide()),
      readAloud: (lineId) => this.#aloud.toggle(lineId, this.#chat.state),
    }
  }

  #open(): void {
    const isFirst = this.#chat.state.lines.length === 0
    this.#follows = true
    this.#chat.show(true)
    this.#openDialog(true)
    const say = wordsIn(this.#chat.state.language)
    if (isFirst)
      this.#speaker.say(`${say('hello-title')}. ${say('hello-machine')} ${say('hello-person')}`)
  }

  #openDialog(takesFocus: boolean): void {
    const dialog = this.#dialog()
    if (dialog.open) dialog.close()
    if (this.#small.matches) dialog.showModal()
    else dialog.show()
    const scroller = this.#find('.chat-scroll')
    if (scroller !== null) showNewest(scroller)
    // With room for one thing at a time the field is far below what is to be read first.
    const isOnePage = scroller !== null && getComputedStyle(scroller).overflowY === 'visible'
    if (takesFocus) this.#focusFor(isTouch() || isOnePage ? '#chat-title' : '#say')
    // A page that was reloaded with an open chat has its own focus.
    else if (!this.#small.matches) (this.#root.activeElement as HTMLElement | null)?.blur()
  }

  #hide(): void {
    this.#chat.show(false)
    this.#dialog().close()
    this.#find('#launch')?.focus()
  }

  #listen(): void {
    const { signal } = this.#off
    const dialog = this.#dialog()
    dialog.addEventListener('keydown', (event) => this.#escape(event), { signal })
    // The browser's own way to close: a phone's back gesture.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      this.#back()
    })
    this.#small.addEventListener('change', () => this.#chat.state.open && this.#openDialog(true), {
      signal,
    })
    // A page from the history shows what it showed: nothing of a finished conversation may be left.
    addEventListener('pagehide', () => this.#chat.clear(), { signal })
    document.addEventListener(
      'click',
      (event) => {
        const link =
          event.target instanceof Element ? event.target.closest('a[href="#kk-chat"]') : null
        if (link === null) return
        event.preventDefault()
        this.#open()
      },
      { signal },
    )
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    this.#back()
  }

  #back(): void {
    if (this.#chat.state.panel === 'log') this.#hide()
    else this.#act.turnTo('log')
  }

  #panelTurned(toLog: boolean): void {
    if (toLog) this.#find('#settings')?.focus()
    else this.#find('#panel-title')?.focus()
  }

  #hasEnded(ended: Ended): void {
    if (ended.how === 'closed' && ended.stays) return
    if (this.#chat.state.open) this.#find('.chat-scroll')?.focus()
  }

  #scrolled(): void {
    const scroller = this.#find('.chat-scroll')
    if (scroller === null) return
    this.#follows = isAtEnd(scroller)
    if (this.#follows && this.#chat.state.newBelow) this.#chat.change({ newBelow: false })
  }

  #focusToRead(): void {
    // On touch the field would bring up the keyboard over what is to be read.
    this.#focusFor(isTouch() ? '.chat-scroll' : '#say')
  }

  #focusFor(selector: string): void {
    const target = this.#find(selector) ?? this.#find('.chat-scroll')
    target?.focus({ preventScroll: true })
  }

  #find(selector: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(selector)
  }

  #field(): HTMLTextAreaElement | null {
    return this.#root.querySelector('#say')
  }

  #dialog(): HTMLDialogElement {
    return this.#root.querySelector('dialog') as HTMLDialogElement
  }
}

/** Chromium keeps a container query's old answer when only the size of the letters changes. */
function measureAgain(frame: HTMLElement): void {
  frame.style.containerType = 'normal'
  frame.getBoundingClientRect()
  frame.style.containerType = ''
}

function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches
}

/** Whether there is something else to see; typing into a form is not. */
function hasNews(before: State, now: State): boolean {
  const shown = ['lines', 'pending', 'wait', 'ended', 'trouble'] as const
  return shown.some((part) => before[part] !== now[part])
}
