import { type DataCentre, startDataCentre } from '../../telegram/server'

/** Plays a journey at a Telegram whose clock is before the real one by what the journey sets (ms). */
export async function inItsTime(
  journey: (dc: DataCentre, time: { aheadMs: number }) => Promise<void>,
): Promise<void> {
  const time = { aheadMs: 0 }
  const dc = await startDataCentre({ seed: 1, clock: { now: () => Date.now() + time.aheadMs } })
  try {
    await journey(dc, time)
  } finally {
    await dc.close()
  }
}
