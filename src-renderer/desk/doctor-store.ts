import { create } from 'zustand'
import type { DoctorView } from '../../src-preload/contract/doctor'
import { follow } from './follow'

/** What the doctor found; null until the desk has said so. */
export const useDoctor = create<{ readonly doctor: DoctorView | null }>(() => ({ doctor: null }))

/** Takes over an answer that a command gave. */
export function keepDoctor(doctor: DoctorView): void {
  useDoctor.setState({ doctor })
}

/** Listens, then fetches. Answers how to stop. */
export function followDoctor(): () => void {
  return follow('doctor-changed', () => window.desk.doctor.get(), keepDoctor)
}
