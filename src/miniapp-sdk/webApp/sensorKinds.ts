/** What differs between the sensors. `wire` and `event` are the beginnings of their events' names, `fields` what they measure. */
export interface SensorKind {
  name: 'Accelerometer' | 'Gyroscope' | 'DeviceOrientation';
  wire: 'accelerometer' | 'gyroscope' | 'device_orientation';
  event: 'accelerometer' | 'gyroscope' | 'deviceOrientation';
  fields: readonly string[];
}

/** The sensors there are. */
export const sensorKinds: readonly SensorKind[] = [
  { name: 'Accelerometer', wire: 'accelerometer', event: 'accelerometer', fields: ['x', 'y', 'z'] },
  { name: 'Gyroscope', wire: 'gyroscope', event: 'gyroscope', fields: ['x', 'y', 'z'] },
  {
    name: 'DeviceOrientation',
    wire: 'device_orientation',
    event: 'deviceOrientation',
    fields: ['absolute', 'alpha', 'beta', 'gamma'],
  },
];
