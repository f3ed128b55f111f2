/**
 * The wish of a whole text message: no more texts, texts again, or help with how this works.
 * Null when the message says anything else beside it: whoever asks something is answered, not switched off.
 */
export function optWord(text: string): 'stop' | 'start' | 'help' | null {
  const said = plainWords(text)
  if (stop.test(said)) return 'stop'
  if (start.test(said)) return 'start'
  if (help.test(said)) return 'help'
  return null
}

/** Lower case words without signs, emoji, greetings and thanks: what is left is the wish. */
function plainWords(text: string): string {
  // A question is no wish: "stop?" asks what it does.
  if (text.length > LONGEST_WISH || /stop\P{L}*\?/iu.test(text)) return ''
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}|['’´`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words.replace(politeBefore, '').replace(politeAfter, '')
}

const LONGEST_WISH = 80
const politeBefore = /^(?:(?:hej|hejsa|hi|hello|ok|okay|venligst|please|pls|tak|så) )+(?=.)/u
const politeAfter =
  /(?: (?:tak|mange tak|på forhånd|venligst|please|pls|thanks|thank you|nu|now|hilsen|vh|mvh))+$/u

const texts = '(?:sms|smser|smserne|smsbeskeder|sms beskeder|besked|beskeder|beskederne)'
const theTexts = `(?:(?:al|alle|de|disse|jeres|flere|mine) )*${texts}`
const messages = '(?:all )?(?:(?:the|these|your|my) )?(?:sms|texts?|messages?|texting|messaging)'
const write = '(?:skrive|smse|sende)'

const stop = whole(
  '(?:stop|stopp)(?: (?:stop|stopp))*',
  `stop(?: med)? ${theTexts}(?: til mig)?`,
  `(?:stop|hold op) med at ${write}(?: ${theTexts})?(?: til mig)?`,
  `lad være med at ${write}(?: ${theTexts})?(?: til mig)?`,
  `(?:jeg vil )?(?:ikke|ingen) (?:have )?flere ${texts}`,
  `(?:afmeld|frameld|afmelding|framelding)(?: mig)?(?: (?:fra )?${theTexts})?`,
  `afmeld mig (?:igen|helt)`,
  '(?:unsubscribe|optout|opt out|stopall|stop all)(?: me)?',
  `(?:unsubscribe from|stop|stop sending(?: me)?|no more) ${messages}(?: me)?`,
)

const start = whole(
  '(?:start|begynd)(?: (?:start|igen|again))*',
  `start(?: med)? ${theTexts}(?: igen)?`,
  `(?:start|begynd)(?: med)? at ${write}(?: ${theTexts})?(?: til mig)?(?: igen)?`,
  `(?:gen)?tilmeld(?: mig)?(?: ${theTexts})?(?: igen)?`,
  '(?:unstop|resume|subscribe|resubscribe|optin|opt in)(?: me)?(?: again)?',
  `start (?:sending(?: me)? )?${messages}(?: again)?`,
)

const help = whole('(?:hjælp|hjaelp|hjælp hjælp)', '(?:help|info|hjælp info|help info)')

function whole(...wishes: string[]): RegExp {
  return new RegExp(`^(?:${wishes.join('|')})$`, 'u')
}
