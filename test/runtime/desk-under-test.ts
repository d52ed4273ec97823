import { SystemClock } from '../../src-main/adapters/clock/system-clock'
import type { Disk } from '../../src-main/adapters/store/disk'
import { nodeDisk } from '../../src-main/adapters/store/node-disk'
import { runApp } from '../../src-main/run-app'
import { type LocalAddress, localEndpoint } from './local-endpoint'

/** The desk's clock with a knob: time passes as it does, and by as much more as a test wants. */
class ShiftableClock extends SystemClock {
  private aheadMs = 0

  override now(): number {
    return super.now() + this.aheadMs
  }

  shift(byMs: number): void {
    this.sleep(byMs)
    this.look()
  }

  /** Time goes on without anybody looking: the computer sleeps. */
  sleep(byMs: number): void {
    this.aheadMs += byMs
  }
}

/** A disk that can be full: everything that needs room fails, as it would. */
class FillableDisk {
  isFull = false

  over(disk: Disk): Disk {
    const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    return {
      ...disk,
      open: async (...args) => {
        const file = await disk.open(...args)
        const write = file.write.bind(file)
        file.write = async (...given) => {
          if (this.isFull) throw full()
          return write(...given)
        }
        return file
      },
    }
  }
}

const address = JSON.parse(process.env.TOPICDESK_TEST_DC ?? 'null') as LocalAddress | null
const clock = new ShiftableClock()
const disk = new FillableDisk()

/** What a test may do inside the app: `app.evaluate(() => deskUnderTest...)`. */
export interface DeskUnderTest {
  shift(byMs: number): void
  sleep(byMs: number): void
  now(): number
  fillDisk(isFull: boolean): void
}
Object.assign(globalThis, {
  deskUnderTest: {
    shift: (byMs) => clock.shift(byMs),
    sleep: (byMs) => clock.sleep(byMs),
    now: () => clock.now(),
    fillDisk: (isFull) => {
      disk.isFull = isFull
    },
  } satisfies DeskUnderTest,
})

void runApp({
  clock,
  disk: disk.over(nodeDisk),
  environment: process.env,
  ...(address ? { endpoint: localEndpoint(address) } : {}),
})
