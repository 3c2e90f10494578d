// What a thread of `Passwords` runs. Plain JavaScript: threads load it by its address, from the sources as from the build.
import { hashSync, verifySync } from '@node-rs/argon2';

/** The hash of a password (argon2id), or whether it is the one of `hash`. */
export default ({ password, hash }) => (hash === undefined ? hashSync(password) : verifySync(hash, password));
