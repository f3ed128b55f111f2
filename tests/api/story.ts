import { type AnswerChecker, answerChecker } from './check-answers.ts'
import type { DescribedApp } from './described-app.ts'

export type Told = { status: number; headers: Headers; body: unknown }
export type Sent = {
  params?: Readonly<Record<string, string>>
  query?: string
  json?: unknown
  form?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
}

/** Asks the server, and notes whatever does not agree with the description. */
export function teller({ url, document }: Pick<DescribedApp, 'url' | 'document'>) {
  const check = answerChecker(document)
  const asked = new Set<string>()
  const faults: string[] = []

  const tell = async (name: string, sent: Sent = {}): Promise<Told> => {
    asked.add(name)
    const { json, form, params = {}, query = '' } = sent
    const [method = '', template = ''] = name.split(' ')
    const path = template.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '')
    const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json)
    const answer = await fetch(url + path + query, {
      method: method.toUpperCase(),
      redirect: 'manual',
      body,
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...sent.headers,
      },
    })
    const { status, headers } = answer
    note(`${name} ${status}`, await check.answer(name, answer.clone()))
    if (status < 400) note(`${name} sent`, faultsOfBody(check, name, sent))
    const text = await answer.text()
    const isJson = headers.get('content-type')?.includes('json')
    return { status, headers, body: isJson ? JSON.parse(text) : text }
  }
  const note = (where: string, found: readonly string[]) => {
    faults.push(...found.map((fault) => `${where}: ${fault}`))
  }
  const frames = (schema: string, all: readonly unknown[]) => {
    for (const frame of all) note(schema, check.frame(schema, frame))
  }
  return { tell, frames, check, asked, faults }
}
export type Teller = ReturnType<typeof teller>

function faultsOfBody(check: AnswerChecker, name: string, { json, form }: Sent): readonly string[] {
  if (form) return check.body(name, 'application/x-www-form-urlencoded', form)
  return json === undefined ? [] : check.body(name, 'application/json', json)
}
