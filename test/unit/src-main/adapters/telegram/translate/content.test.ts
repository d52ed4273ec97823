import { beforeAll, expect, test } from 'vitest'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import { contentOf } from '../../../../../../src-main/adapters/telegram/translate/content'
import { factOfNew } from '../../../../../../src-main/adapters/telegram/translate/translate'

beforeAll(loadLibrary)
const sentAt = 1_700_000_000
const read = (media: Parameters<typeof contentOf>[0]) => contentOf(media, '8', sentAt)
const point = (lat = 60.17169, east = 24.93729) => new tl.GeoPoint({ lat, long: east, accessHash: long(0) })
const words = (text: string) => new tl.TextWithEntities({ text, entities: [] })
const contact = (userId: number, phoneNumber = '358401234567') =>
  read(
    new tl.MessageMediaContact({
      ...{ phoneNumber, firstName: 'Mira', lastName: 'Adler', vcard: '' },
      userId: long(userId),
    }),
  )
const phoneOf = (number: string) => {
  const told = contact(8, number)
  return told?.kind === 'contact' ? told.phone : null
}

test('a contact is one’s own only if Telegram says whose it is', () => {
  expect(contact(8)).toEqual({ kind: 'contact', name: 'Mira Adler', phone: '+358401234567', isOwn: true })
  expect(contact(9)).toMatchObject({ isOwn: false })
  expect(contact(0)).toMatchObject({ isOwn: false })
})

test('a number has its + where it has its country', () => {
  expect(phoneOf('49301234')).toBe('+49301234')
  expect(phoneOf('+49 30 1234')).toBe('+49 30 1234')
  expect(phoneOf('0049301234')).toBe('+49301234')
  expect(phoneOf('030 1234')).toBe('030 1234')
  expect(phoneOf('\u202e<b>12345')).toBe('+12345')
})

test('a place is a point, a venue or one that moves', () => {
  const bare = { kind: 'place', latitude: 60.17169, longitude: 24.93729, title: null, address: null }
  expect(read(new tl.MessageMediaGeo({ geo: point() }))).toEqual({ ...bare, liveUntil: null })
  expect(read(new tl.MessageMediaGeoLive({ geo: point(), period: 900 }))).toEqual({
    ...bare,
    liveUntil: (sentAt + 900) * 1000,
  })
  const named = { title: 'Kiasma', address: 'Mannerheiminaukio 2' }
  const nobody = { provider: '', venueId: '', venueType: '' }
  expect(read(new tl.MessageMediaVenue({ geo: point(), ...named, ...nobody }))).toMatchObject(named)
})

test('a place that is nowhere is said to be one, and no more', () => {
  expect(read(new tl.MessageMediaGeo({ geo: new tl.GeoPointEmpty() }))).toEqual({
    kind: 'other',
    what: 'geo',
  })
  expect(read(new tl.MessageMediaGeo({ geo: point(Number.NaN) }))).toEqual({ kind: 'other', what: 'geo' })
  expect(read(new tl.MessageMediaGeo({ geo: point(91) }))).toMatchObject({ kind: 'other' })
})

test('a poll, dice and a game are told', () => {
  const answers = ['Yes', 'No'].map(
    (text, at) => new tl.PollAnswer({ text: words(text), option: Buffer.from([at]) }),
  )
  const poll = new tl.Poll({ id: long(1), question: words('Late?'), answers, hash: long(0) })
  expect(read(new tl.MessageMediaPoll({ poll, results: new tl.PollResults({}) }))).toEqual({
    ...{ kind: 'poll', question: 'Late?', options: ['Yes', 'No'] },
  })
  expect(read(new tl.MessageMediaDice({ value: 4, emoticon: '🎲' }))).toEqual({
    ...{ kind: 'dice', emoji: '🎲', value: 4 },
  })
})

test('what the desk cannot show is named, and a link preview or nothing is no content', () => {
  expect(read(new tl.MessageMediaUnsupported())).toEqual({ kind: 'other', what: 'unsupported' })
  expect(read(new tl.MessageMediaPhoto({}))).toEqual({ kind: 'other', what: 'photo' })
  expect(read(new tl.MessageMediaWebPage({ webpage: new tl.WebPageEmpty({ id: long(1) }) }))).toBeNull()
  expect(read(undefined)).toBeNull()
})

test('a message carries its content beside no words and no files', () => {
  const message = new tl.Message({
    ...{ id: 1, date: sentAt, message: '' },
    peerId: new tl.PeerUser({ userId: long(8) }),
    media: new tl.MessageMediaGeo({ geo: point() }),
  })
  const fact = factOfNew(message, { selfId: '7', randomIdOf: () => null })
  expect(fact).toMatchObject({ message: { text: '', media: [], content: { kind: 'place' } } })
})
