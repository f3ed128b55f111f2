/** What the text says as JSON, or undefined when it is none: the form is checked by whoever asked. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
