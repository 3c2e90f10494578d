import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody: who they are outlasts what they are called. */
@Entity('person')
export class Person {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'varchar', length: 200 })
  name: string;

  /** How often the name has changed: whoever keeps what shows it looks at the sum. */
  @Column({ type: 'integer', default: 0 })
  renamed: number;
}
