"""Qwen-VL, Qwen-VL-Chat and Qwen-VL-Chat-Int4 from their own files of 2023, without their code."""
