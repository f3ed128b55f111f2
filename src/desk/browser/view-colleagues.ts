import { html, nothing, type TemplateResult } from 'lit-html'
import type { Account, Role } from '#desk/accounts.ts'
import { icon } from './icon.ts'
import type { Page } from './page.ts'
import type { Scene } from './scene.ts'
import { viewDialog } from './view-dialog.ts'

type People = {
  list: readonly Account[]
  link: { path: string; name: string } | null
  fault: string | null
}
// Fetched when the dialog opens; only it knows them.
let people: People | null = null
let copied = false

/** A link is shown once; the list is fetched anew the next time. */
export function forgetColleagues(): void {
  people = null
  copied = false
}

/** The lead's page of accounts: who there is, their roles, and a one-time link for somebody new. */
export function viewColleagues({ page }: Scene): TemplateResult {
  const { say, state } = page
  if (!people) {
    people = { list: [], link: null, fault: null }
    void ask(page, '/desk/colleagues')
  }
  const { list, link, fault } = people
  const invite = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const name = String(given.get('name') ?? '').trim()
    void ask(page, '/desk/colleagues/invite', { name, role: given.get('role') })
  }
  const roles = (chosen: Role) =>
    (['staff', 'lead'] as const).map(
      (role) =>
        html`<option value=${role} ?selected=${role === chosen}>${say(`role.${role}`)}</option>`,
    )
  const content = html`
    ${fault ? html`<div class="notice danger"><p>${fault}</p></div>` : nothing}
    <ul class="people">${list.map(
      ({ id, name, role }) => html`<li><b>${name}</b>
        <label class="unseen" for=${`role-${id}`}>${say('people.role', { name })}</label>
        <select class="input" id=${`role-${id}`} @change=${(event: Event) => ask(page, '/desk/colleagues/role', { id, role: (event.target as HTMLSelectElement).value })}>${roles(role)}</select>
        ${id === state.me?.id ? nothing : html`<button class="button" type="button" @click=${() => ask(page, '/desk/colleagues/remove', { id })} aria-label=${say('people.remove-name', { name })}>${say('people.remove')}</button>`}</li>`,
    )}</ul>
    <form @submit=${invite}>
      <h3>${say('people.invite')}</h3>
      <div class="field"><label for="invite-name">${say('people.name')}</label><input class="input" id="invite-name" name="name" required maxlength="80" autocomplete="off"></div>
      <div class="field"><label for="invite-role">${say('people.new-role')}</label><select class="input" id="invite-role" name="role">${roles('staff')}</select></div>
      <div class="buttons"><button class="button">${say('people.make-link')}</button></div>
      ${
        link
          ? html`<div role="status"><p>${say('people.link', { name: link.name })}</p><code class="link-out">${href(link.path)}</code>
        <div class="buttons"><button class="button" type="button" @click=${() => copy(page, href(link.path))}>${icon(copied ? 'check' : 'copy')} ${say(copied ? 'people.copied' : 'people.copy')}</button></div></div>`
          : nothing
      }
    </form>
    <form method="dialog" class="buttons"><button class="button primary">${say('dialog.close')}</button></form>`
  return viewDialog(page, 'colleagues', say('people.title'), content)
}

function href(path: string): string {
  return new URL(path, location.href).href
}

async function copy(page: Page, text: string): Promise<void> {
  // Without leave, or over plain HTTP, the link is marked by one press and can be copied by hand.
  copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  page.announce.tell(page.say(copied ? 'people.copied' : 'people.copy-by-hand'))
  page.set({})
}

async function ask(
  page: Page,
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const answer = await fetch(path, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch(() => undefined)
  copied = false
  const before = people ?? { list: [], link: null, fault: null }
  if (!answer?.ok) {
    const name = answer?.status === 409 ? 'people.last-lead' : 'people.try-again'
    people = { ...before, fault: page.say('people.failed', { todo: page.say(name) }) }
  } else {
    const got = (await answer.json()) as readonly Account[] | { link: string }
    people =
      'link' in got
        ? { ...before, fault: null, link: { path: got.link, name: String(body?.['name'] ?? '') } }
        : { ...before, fault: null, list: got }
  }
  page.set({})
}
