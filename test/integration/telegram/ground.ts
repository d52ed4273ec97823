import type { OpenedTopic, Party } from '../../telegram/people'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { type DeskSide, type DeskSideOptions, deskSide, followed, signInByCode } from './desk-side'

/** What most tests stand on: a data centre, a topic in which Mira has written "first", and a desk that follows its group. */
export interface Ground {
  dc: DataCentre
  desk: DeskSide
  mira: Party
  topic: OpenedTopic
}

/** Lays the ground for a test, with Anna signed in. */
export async function openGround(options: DeskSideOptions = {}): Promise<Ground> {
  const dc = await startDataCentre({ seed: 7 })
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Brakes squeak', 'first')
  const desk = await deskSide(dc, options)
  await signInByCode(desk, dc)
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  return { dc, desk, mira, topic }
}

/** Lets go of whatever desk and data centre the test ended with. */
export async function closeGround({ dc, desk }: Pick<Ground, 'dc' | 'desk'>): Promise<void> {
  await desk.telegram.stop()
  await dc.close()
}
