import type { Handlers } from '../../../src-preload/contract/desk'
import type { Doctor } from '../doctor/doctor'

/** Commands of `doctor`. */
export function doctorHandlers(doctor: Doctor): Handlers['doctor'] {
  return {
    get: () => doctor.view(),
    examine: ({ accountId }) => doctor.test(accountId),
  }
}
