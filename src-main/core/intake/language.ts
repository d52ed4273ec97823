import { type PhraseLanguage, phraseLanguages } from '../../../src-preload/contract/intake-lists'
import type { DeskState } from '../desk/state'

/** What a customer is written to in, as a tag: the team's choice, else what Telegram told, else English. */
export function languageOf({ contacts, people }: Pick<DeskState, 'contacts' | 'people'>, personId: string) {
  return contacts.get(personId)?.language ?? people.get(personId)?.language ?? 'en'
}

/** The language of a tag that the bot knows words in: `pt-BR` is written to in `pt`, a language not known in English. */
export function phraseLanguage(tag: string): PhraseLanguage {
  const base = baseOf(tag)
  return phraseLanguages.find((language) => language === base) ?? 'en'
}

/** The team's own words for a tag: of that very tag, else of its language; null if there are none. */
export function ownWords(words: Readonly<Record<string, string>>, tag: string): string | null {
  const sayings = Object.entries(words)
  const wanted = [tag.toLowerCase(), baseOf(tag)]
  for (const one of wanted) {
    const [, text] = sayings.find(([key]) => key.toLowerCase() === one) ?? []
    if (text !== undefined) return text
  }
  return null
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? ''
}
