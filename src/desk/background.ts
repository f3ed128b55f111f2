import type { TranscriptLine } from '#dialogue/transcript.ts'
import type { ArticleInfo } from './deps.ts'

/** What was asked and what was answered from which article version, read off the transcript. */
export type Background = {
  asked: readonly Asked[]
  /** Articles that were used and that nobody at the municipality has checked. */
  unverified: readonly string[]
}
export type Asked = {
  text: string
  at: string
  fate: 'answered' | 'clarified' | 'signposted' | 'unanswered' | 'waiting'
  articles: readonly AskedArticle[]
}
export type AskedArticle = {
  articleId: string
  title: string
  version: string
  part: string
  url: string | null
}

type Line<By extends TranscriptLine['by']> = Extract<TranscriptLine, { by: By }>

export function backgroundOf(
  lines: readonly TranscriptLine[],
  articleInfo: (articleId: string) => ArticleInfo | undefined,
): Background {
  const replies = lines.filter((line): line is Line<'bot'> => line.by === 'bot')
  const asked = lines.flatMap((line, i): readonly Asked[] => {
    if (line.by !== 'citizen') return []
    const reply = replies.find(({ utteranceIds }) => utteranceIds.includes(line.id))
    // What was said to people, or on the way to them, was no question to the bot.
    if (!reply && isForPeople(lines, i)) return []
    const fate = reply ? fateOf(reply) : 'waiting'
    if (fate === 'talk') return []
    const articles = (reply?.articles ?? []).map((article) => ({
      ...article,
      url: articleInfo(article.articleId)?.url ?? null,
    }))
    return [{ text: line.text, at: line.at, fate, articles }]
  })
  const used = new Map(
    replies.flatMap(({ articles }) => articles.map((a) => [a.articleId, a.title])),
  )
  const unverified = [...used]
    .filter(([articleId]) => articleInfo(articleId)?.verified === false)
    .map(([, title]) => title)
  return { asked, unverified }
}

function isForPeople(lines: readonly TranscriptLine[], i: number): boolean {
  const isTurn = (line: TranscriptLine): line is Line<'event'> =>
    line.by === 'event' && turns.includes(line.what.type)
  const before = lines.slice(0, i).findLast(isTurn)
  const after = lines.slice(i).find(isTurn)
  const toPeople = (line: Line<'event'> | undefined) =>
    line !== undefined && !toBot.includes(line.what.type)
  return toPeople(before) || toPeople(after)
}
const turns: readonly Line<'event'>['what']['type'][] = [
  'queued',
  'accepted',
  'holder-lost',
  'callback-promised',
  'returned',
  'left',
  'paused',
]
const toBot: typeof turns = ['returned', 'left', 'paused']

// Small talk and the arrangements of the handoff itself are no questions.
function fateOf({ outcome }: Line<'bot'>): Asked['fate'] | 'talk' {
  switch (outcome) {
    case 'answered':
    case 'repeated':
      return 'answered'
    case 'clarified':
      return 'clarified'
    case 'signposted-crisis':
    case 'own-case':
    case 'declined-decision':
      return 'signposted'
    case 'handed-off-offered':
    case 'unanswerable-out-of-scope':
    case 'unanswerable-unknown':
    case 'unanswerable-not-understood':
    case 'refused-unsafe':
    case 'refused-too-long':
    case 'refused-rate':
    case 'failed-timeout':
    case 'failed-internal':
      return 'unanswered'
    case 'handed-off-queued':
    case 'handed-off-callback':
    case 'handed-off-failed':
    case 'small-talk':
    case 'closed':
    case 'notice':
      return 'talk'
  }
}
