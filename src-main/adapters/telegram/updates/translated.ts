import type { Api } from 'telegram'
import type { TelegramFact } from '../../../core/desk/facts'
import { asideAt } from '../../../core/evidence/set-aside'
import { chatIdOf, factOfEdit, factOfNew, type Reader } from '../translate/translate'
import type { Draft } from './draft'

/** A message as a fact. One on which translating fails is set aside by its number, and the stream goes on. */
export function translated(
  kind: 'message' | 'message-edited',
  message: Api.TypeMessage,
  reader: Reader,
  draft: Draft,
  isContext = false,
): TelegramFact | null {
  try {
    return kind === 'message' ? factOfNew(message, reader) : factOfEdit(message, reader)
  } catch (error) {
    const aside = asideAt(reader.selfId, kind, chatIdOf(message, reader), [message.id], error)
    draft.asides.push(isContext ? { ...aside, isContext } : aside)
    return null
  }
}
