import type { Admission } from '#channels/web-chat/admission.ts'
import type { WebChatLimits } from '#channels/web-chat/limits.ts'
import type { Dialogue } from '#dialogue/dialogue.ts'
import type { Clock } from '#platform/clock.ts'
import type { Logger } from '#platform/logger.ts'
import type { ChatCookie } from './chat-cookie.ts'
import type { PageFiles } from './page-frame.ts'

export type NoJsDeps = {
  dialogue: Dialogue
  admission: Admission
  clock: Clock
  log: Logger
  limits: WebChatLimits
  demo: boolean
  /** Reached over TLS: the cookie is Secure. */
  secure: boolean
  /** What cookies are signed with; the same after a restart. */
  cookieSecret: string
  iconPath: string
}

/** The same, with what is made of it at the start. */
export type Made = NoJsDeps & { cookie: ChatCookie; files: PageFiles; newId: () => string }
