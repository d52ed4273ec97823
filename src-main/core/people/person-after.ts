import type { Person } from '../conversation/message'

/**
 * What is known of a person once Telegram told something of them. A name of somebody's address book never takes the
 * place of the one the person goes by, which other accounts are told: what an agent calls a customer is nobody else's
 * business (R169). The language only bots are told of stays when
 * another account tells of the same person; a deleted account has no name any more, so the last one known stays.
 */
export function personAfter(known: Person | undefined, told: Person): Person {
  const language = told.language ?? known?.language
  const name = told.isDeleted && told.name === '' ? (known?.name ?? '') : told.name
  if (told.isSavedName && known !== undefined && !known.isSavedName && !known.isDeleted) {
    const { isSavedName: _, ...rest } = told
    return { ...rest, name: known.name || name, ...(language === undefined ? {} : { language }) }
  }
  return { ...told, name, ...(language === undefined ? {} : { language }) }
}
