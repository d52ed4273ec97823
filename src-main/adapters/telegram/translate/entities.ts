import type { Api } from 'telegram'
import type { Entity } from '../../../../src-preload/contract/conversation'
import { tl } from '../library'

const kinds: Readonly<Record<string, Entity['kind']>> = {
  MessageEntityBold: 'bold',
  MessageEntityItalic: 'italic',
  MessageEntityUnderline: 'underline',
  MessageEntityStrike: 'strike',
  MessageEntityCode: 'code',
  MessageEntityPre: 'pre',
  MessageEntitySpoiler: 'spoiler',
  MessageEntityBlockquote: 'quote',
  MessageEntityTextUrl: 'link',
  MessageEntityUrl: 'url',
  MessageEntityEmail: 'email',
  MessageEntityPhone: 'phone',
  MessageEntityMention: 'mention',
  MessageEntityMentionName: 'mention',
  MessageEntityHashtag: 'hashtag',
  MessageEntityCashtag: 'hashtag',
  MessageEntityBotCommand: 'command',
}
const safeLink = /^(?:https?|mailto|tel|tg):/i

/** Telegram's formatting in the desk's words. What the desk does not show, and links it would not open, are left out. */
export function entitiesOf(entities: readonly Api.TypeMessageEntity[] | undefined): Entity[] {
  const translated: Entity[] = []
  for (const entity of entities ?? []) {
    const kind = kinds[entity.className]
    if (kind === undefined || entity.length < 1 || entity.offset < 0) continue
    const place = { offset: entity.offset, length: entity.length }
    if (entity instanceof tl.MessageEntityTextUrl) {
      if (safeLink.test(entity.url))
        translated.push({ kind: 'link', ...place, url: entity.url.slice(0, 2048) })
    } else if (entity instanceof tl.MessageEntityPre) {
      translated.push({
        kind: 'pre',
        ...place,
        ...(entity.language ? { language: entity.language.slice(0, 32) } : {}),
      })
    } else translated.push({ kind, ...place })
  }
  return translated
}

/** The desk's formatting in Telegram's words, for sending. Telegram finds addresses, tags and commands by itself. */
export function entitiesTo(entities: readonly Entity[]): Api.TypeMessageEntity[] {
  const translated: Api.TypeMessageEntity[] = []
  for (const entity of entities) {
    const place = { offset: entity.offset, length: entity.length }
    if (entity.kind === 'bold') translated.push(new tl.MessageEntityBold(place))
    else if (entity.kind === 'italic') translated.push(new tl.MessageEntityItalic(place))
    else if (entity.kind === 'underline') translated.push(new tl.MessageEntityUnderline(place))
    else if (entity.kind === 'strike') translated.push(new tl.MessageEntityStrike(place))
    else if (entity.kind === 'code') translated.push(new tl.MessageEntityCode(place))
    else if (entity.kind === 'spoiler') translated.push(new tl.MessageEntitySpoiler(place))
    else if (entity.kind === 'quote') translated.push(new tl.MessageEntityBlockquote(place))
    else if (entity.kind === 'pre')
      translated.push(new tl.MessageEntityPre({ ...place, language: entity.language ?? '' }))
    else if (entity.kind === 'link' && entity.url)
      translated.push(new tl.MessageEntityTextUrl({ ...place, url: entity.url }))
  }
  return translated
}
