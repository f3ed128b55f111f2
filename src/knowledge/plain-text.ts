/**
 * Web Markdown (the subset of articles) as plain text. A link that ends its line is `Bestil tid: https://…`,
 * one inside a sentence `tid (https://…)`, and one whose words are its address is the address alone.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(
      /\[([^\]]+)\]\(([^)\s]+)\)(?=([^\n]?))/g,
      (_, words: string, url: string, next: string) => {
        if (url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '') === words) return url
        return next === '' ? `${words}: ${url}` : `${words} (${url})`
      },
    )
    .replace(/\*\*(.+?)\*\*/g, '$1')
}
