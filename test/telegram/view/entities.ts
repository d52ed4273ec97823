import { Api } from 'telegram'
import { badRequest } from '../rpc-error'
import { big, id, long } from '../tl/values'
import { detectEntities } from '../world/detect-entities'
import type { TextEntity } from '../world/message'

const PLAIN = {
  mention: Api.MessageEntityMention,
  hashtag: Api.MessageEntityHashtag,
  botCommand: Api.MessageEntityBotCommand,
  url: Api.MessageEntityUrl,
  email: Api.MessageEntityEmail,
  bold: Api.MessageEntityBold,
  italic: Api.MessageEntityItalic,
  code: Api.MessageEntityCode,
  phone: Api.MessageEntityPhone,
  cashtag: Api.MessageEntityCashtag,
  underline: Api.MessageEntityUnderline,
  strike: Api.MessageEntityStrike,
  spoiler: Api.MessageEntitySpoiler,
  unknown: Api.MessageEntityUnknown,
} as const

function isPlain(kind: string): kind is keyof typeof PLAIN {
  return kind in PLAIN
}

/** Formatting as clients get it (core.telegram.org/api/entities). */
export function tlEntities(entities: readonly TextEntity[]): Api.TypeMessageEntity[] {
  return entities.map(tlEntity)
}

function tlEntity(entity: TextEntity): Api.TypeMessageEntity {
  const { kind, offset, length } = entity
  if (isPlain(kind)) return new PLAIN[kind]({ offset, length })
  if (kind === 'textUrl') return new Api.MessageEntityTextUrl({ offset, length, url: entity.url ?? '' })
  if (kind === 'pre') return new Api.MessageEntityPre({ offset, length, language: entity.language ?? '' })
  if (kind === 'blockquote') return new Api.MessageEntityBlockquote({ offset, length })
  if (kind === 'mentionName') {
    return new Api.MessageEntityMentionName({ offset, length, userId: long(entity.userId ?? 0) })
  }
  if (kind === 'customEmoji') {
    return new Api.MessageEntityCustomEmoji({ offset, length, documentId: long(entity.documentId ?? 0n) })
  }
  return new Api.MessageEntityUnknown({ offset, length })
}

/**
 * Formatting as clients send it, and what the service finds in the text besides.
 *
 * @throws ENTITY_BOUNDS_INVALID if a stretch lies outside the text.
 */
export function readEntities(
  entities: readonly Api.TypeMessageEntity[] | undefined,
  text: string,
): TextEntity[] {
  const given = (entities ?? []).map((entity) => {
    const { offset, length } = entity
    if (offset < 0 || length <= 0 || offset + length > text.length) throw badRequest('ENTITY_BOUNDS_INVALID')
    const kind = kindOf(entity.className)
    if (entity instanceof Api.MessageEntityTextUrl) return { kind, offset, length, url: entity.url }
    if (entity instanceof Api.MessageEntityPre) return { kind, offset, length, language: entity.language }
    if (entity instanceof Api.MessageEntityMentionName)
      return { kind, offset, length, userId: id(entity.userId) }
    if (entity instanceof Api.InputMessageEntityMentionName) {
      const userId = entity.userId instanceof Api.InputUser ? id(entity.userId.userId) : 0
      return { kind: 'mentionName', offset, length, userId }
    }
    if (entity instanceof Api.MessageEntityCustomEmoji) {
      return { kind, offset, length, documentId: big(entity.documentId) }
    }
    return { kind, offset, length }
  })
  return detectEntities(text, given)
}

function kindOf(className: string): string {
  const name = className.replace(/^MessageEntity/, '')
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
