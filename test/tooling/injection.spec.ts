import { describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';

@Injectable()
class Scale {
  readonly maximum = 1000;
}

@Injectable()
class Sheet {
  constructor(readonly scale: Scale) {}
}

/** Guards the compiler settings of jest.config.mjs: without recorded types Nest cannot tell what a constructor wants. */
describe('injection by type under the test compiler', () => {
  it('hands a provider the instance of the class its constructor names', async () => {
    const module = await Test.createTestingModule({ providers: [Sheet, Scale] }).compile();
    const sheet = module.get(Sheet);
    expect(sheet.scale).toBe(module.get(Scale));
    expect(sheet.scale.maximum).toBe(1000);
    await module.close();
  });

  it('refuses a provider whose dependency nobody provides', async () => {
    await expect(Test.createTestingModule({ providers: [Sheet] }).compile()).rejects.toThrow(/Scale/);
  });
});
