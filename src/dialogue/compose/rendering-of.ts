import type { ChannelName } from '#conversation/events.ts'
import type { Rendering } from '#knowledge/knowledge-base.ts'

/** Which of the three texts of an answer a channel takes. */
export function renderingOf(channel: ChannelName): Rendering {
  switch (channel) {
    case 'sms':
      return 'sms'
    case 'voice':
      return 'spoken'
    case 'web-chat':
    case 'bot-framework':
    case 'terminal':
      return 'web'
  }
}
