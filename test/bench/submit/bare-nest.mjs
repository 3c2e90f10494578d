import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/** The limit for board reads: one Nest route on Fastify that sends ready bytes, and nothing else. */
const body = readFileSync(process.env['BODY_FILE']);

class BoardController {
  show() {
    return body;
  }
}
const show = Object.getOwnPropertyDescriptor(BoardController.prototype, 'show');
Get('board')(BoardController.prototype, 'show', show);
Header('content-type', 'application/json; charset=utf-8')(BoardController.prototype, 'show', show);
Controller('api')(BoardController);

class BareModule {}
Module({ controllers: [BoardController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
process.on('SIGTERM', () => process.exit(0));
