import { beforeAll, expect, test } from 'vitest'
import { loadLibrary, tl } from '../../../../../../src-main/adapters/telegram/library'
import { entitiesOf, entitiesTo } from '../../../../../../src-main/adapters/telegram/translate/entities'
import { type Entity, entityKinds } from '../../../../../../src-preload/contract/conversation'

beforeAll(loadLibrary)
const place = { offset: 2, length: 3 }

test('every kind that the desk shows is understood', () => {
  const given = [
    new tl.MessageEntityBold(place),
    new tl.MessageEntityItalic(place),
    new tl.MessageEntityUnderline(place),
    new tl.MessageEntityStrike(place),
    new tl.MessageEntityCode(place),
    new tl.MessageEntityPre({ ...place, language: 'ts' }),
    new tl.MessageEntitySpoiler(place),
    new tl.MessageEntityBlockquote(place),
    new tl.MessageEntityTextUrl({ ...place, url: 'https://fernline.example' }),
    new tl.MessageEntityUrl(place),
    new tl.MessageEntityEmail(place),
    new tl.MessageEntityPhone(place),
    new tl.MessageEntityMention(place),
    new tl.MessageEntityHashtag(place),
    new tl.MessageEntityBotCommand(place),
  ]
  expect(entitiesOf(given).map((entity) => entity.kind)).toEqual([...entityKinds])
})

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'vbscript:x'])(
  'a link to %s is no link',
  (url) => {
    expect(entitiesOf([new tl.MessageEntityTextUrl({ ...place, url })])).toEqual([])
  },
)

test('what the desk does not show and what has no length is left out', () => {
  expect(
    entitiesOf([
      new tl.MessageEntityUnknown(place),
      new tl.MessageEntityBankCard(place),
      new tl.MessageEntityBold({ offset: 0, length: 0 }),
    ]),
  ).toEqual([])
})

test('formatting that is sent comes back the same', () => {
  const written: Entity[] = [
    { kind: 'bold', offset: 0, length: 2 },
    { kind: 'italic', offset: 2, length: 2 },
    { kind: 'underline', offset: 4, length: 2 },
    { kind: 'strike', offset: 6, length: 2 },
    { kind: 'code', offset: 8, length: 2 },
    { kind: 'pre', offset: 10, length: 2, language: 'ts' },
    { kind: 'spoiler', offset: 12, length: 2 },
    { kind: 'quote', offset: 14, length: 2 },
    { kind: 'link', offset: 16, length: 2, url: 'https://fernline.example' },
  ]
  expect(entitiesOf(entitiesTo(written))).toEqual(written)
})
