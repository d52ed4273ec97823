import type { IntakeWay } from '../../../src-preload/contract/intake-lists'
import type { Conversation } from '../conversation/conversation'

/** How a conversation's customer came. */
export function wayOf({ privately }: Pick<Conversation, 'privately'>): IntakeWay {
  if (!privately) return 'topic'
  return privately.via === 'bot' ? 'bot' : 'privateChat'
}
