import type { BridgeData } from '../wire/openLine.ts';
import type { Core } from './createCore.ts';

/** `WebApp.HapticFeedback`. */
export interface Haptics {
  impactOccurred(style: unknown): Haptics;
  notificationOccurred(type: unknown): Haptics;
  selectionChanged(): Haptics;
}

const impacts = ['light', 'medium', 'heavy', 'rigid', 'soft'];
const notifications = ['error', 'success', 'warning'];

/** Makes the {@link Haptics}. */
export function createHaptics(core: Core): Haptics {
  const trigger = (data: BridgeData<'web_app_trigger_haptic_feedback'>) => {
    core.demand('6.1', 'HapticFeedback');
    core.post('web_app_trigger_haptic_feedback', data);
    return haptics;
  };
  const haptics: Haptics = {
    impactOccurred(style) {
      const known = impacts.find((name) => name === style);
      if (!known) return core.refuse('WebAppHapticImpactStyleInvalid', `A style is one of ${impacts.join(', ')}.`);
      return trigger({ type: 'impact', impact_style: known });
    },
    notificationOccurred(type) {
      const known = notifications.find((name) => name === type);
      if (!known)
        return core.refuse('WebAppHapticNotificationTypeInvalid', `A type is one of ${notifications.join(', ')}.`);
      return trigger({ type: 'notification', notification_type: known });
    },
    selectionChanged: () => trigger({ type: 'selection_change' }),
  };
  return haptics;
}
