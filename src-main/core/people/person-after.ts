import type { Person } from '../conversation/message'

/**
 * What is known of a person once Telegram told something of them. The language only bots are told of stays when
 * another account tells of the same person; a deleted account has no name any more, so the last one known stays.
 */
export function personAfter(known: Person | undefined, told: Person): Person {
  const language = told.language ?? known?.language
  const name = told.isDeleted && told.name === '' ? (known?.name ?? '') : told.name
  return { ...told, name, ...(language === undefined ? {} : { language }) }
}
