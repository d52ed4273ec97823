import type { Api } from 'telegram'
import { readMarkup } from '../../view/markup'
import { isBot } from '../../world/account'
import type { Markup } from '../../world/markup'
import type { Call } from '../method'

/** The buttons of a message. Only bots have any: those of people are passed over. */
export function botMarkup({ me }: Call, given: Api.TypeReplyMarkup | undefined): Markup | null {
  return isBot(me) ? readMarkup(given) : null
}
