import type { Rule } from './given.ts'
import { LIMITS } from './limits.ts'
import { sitesIn } from './rendered-sites.ts'
import { linksIn } from './sentences.ts'
import { noticeOf, smsCost } from './sms-budget.ts'

export const smsFits: Rule = ({ sites, content, tone }) =>
  sitesIn(sites, 'sms').flatMap((site) => {
    const { file, line, where } = site
    const { units, segments, odd } = smsCost(site, content, tone)
    if (odd.length > 0) return [{ file, line, what: `${where}: not in GSM-7: ${odd.join(' ')}` }]
    if (segments <= LIMITS.smsSegments && units <= LIMITS.smsSeptets) return []
    const what = `${where}: ${units} septets in ${segments} segments with the AI line`
    return [{ file, line, what }]
  })

export const smsHasOneLink: Rule = ({ sites }) =>
  sitesIn(sites, 'sms').flatMap((site) => {
    const { file, line, where, out } = site
    const links = linksIn(out).length
    if (links > LIMITS.smsLinks) return [{ file, line, what: `${where}: ${links} links` }]
    // A number helps more than a page where it hurts.
    const wantsLink = site.of === 'article' && site.article.meta.sensitivity === 'normal'
    return wantsLink && links === 0 ? [{ file, line, what: `${where}: no link` }] : []
  })

export const aiLineFits: Rule = ({ content, tone }) =>
  content.intents
    .filter(({ meta }) => meta.id === 'conversation')
    .flatMap(({ file, lineOf }) =>
      (['da', 'en'] as const)
        .filter((language) => (noticeOf(content, language) ?? '').length + 1 > tone.aiLine)
        .map((language) => ({
          file,
          line: lineOf(['replies', 'notice', language, 'sms']),
          what: `notice ${language} sms: longer than the ${tone.aiLine} septets kept free for it`,
        })),
    )
