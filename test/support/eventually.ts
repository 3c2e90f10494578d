export { eventually } from '../platform/support/eventually.js';
