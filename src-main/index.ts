import { SystemClock } from './adapters/clock/system-clock'
import { runApp } from './run-app'

void runApp({ clock: new SystemClock(), environment: process.env })
