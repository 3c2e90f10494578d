export { ApplicationModule } from './application.module.js';
export type { ProcessRole } from './application.module.js';
export { formatSchemas } from './format-schemas.js';
export { MIGRATIONS } from './migrations.js';
