import { phraseLanguages } from '../../src-preload/contract/intake-lists'

const names = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' })

/** A language in words, such as `Finnish`; the tag itself if nobody knows it. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

const others = 'ar bg cs da el et fa he hi hr hu id ja ka kk ko lt lv nb pt-BR ro sk sl sr th uz vi zh'.split(
  ' ',
)

/** Languages to choose from, by their name: those the bot knows its own words in, and the more spoken of the others. */
export const offeredLanguages: readonly string[] = [...phraseLanguages, ...others].sort((one, other) =>
  languageName(one).localeCompare(languageName(other)),
)
